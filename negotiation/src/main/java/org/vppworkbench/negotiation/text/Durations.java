package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Durations that give an end: "90 minutes from 19:45", "starting at 23:00 for six hours". */
final class Durations {
    private static final int NEAR = 6;
    private static final double LONGEST_HOURS = 14;
    private static final Pattern STARTS = Pattern.compile("from|starting|start|starts|begin|begins|beginning|ab|beginnend|desde|empezando|partir|dalle|commencant|vanaf|(?:start|starts|starting|begins|beginning)_at");

    private Durations() {}

    /** The items of a sentence, where a time with a duration before or behind it is a range. */
    static List<Item> told(List<Item> items) {
        List<Item> told = new ArrayList<>(items);
        for (int i = 0; i < told.size(); i++) {
            Item time = told.get(i);
            int hours = time.tag().equals("T") && time.from() > 0 ? duration(told, i) : -1;
            if (hours >= 0) {
                int end = Math.floorMod((int) Math.round(time.value() + 60 * told.get(hours).value()), 1440);
                told.set(i, Item.time("TR", time.from(), time.to(), (int) time.value(), end, time.sure()));
            }
        }
        return told;
    }

    private static int duration(List<Item> items, int time) {
        int start = -1;
        for (int i = Math.max(0, time - 2); i < time; i++) {
            start = STARTS.matcher(items.get(i).form()).matches() ? i : start;
        }
        if (start < 0) {
            return -1;
        }
        for (int i = start - 1; i >= Math.max(0, start - NEAR); i--) {
            if (fits(items.get(i))) {
                return i;
            }
        }
        boolean behind = time + 2 < items.size() && items.get(time + 1).form().matches("for|fur|durante|pendant|per|lang")
                && fits(items.get(time + 2));
        return behind ? time + 2 : -1;
    }

    private static boolean fits(Item item) {
        return item.tag().equals("H") && item.value() >= 0.25 && item.value() <= LONGEST_HOURS && item.sure();
    }
}
