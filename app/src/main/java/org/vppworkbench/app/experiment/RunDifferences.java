package org.vppworkbench.app.experiment;

import java.lang.reflect.RecordComponent;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.EventsJsonl;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.scenario.Scenario;

/** In what two runs differ: settings, and the first event that is another. */
public final class RunDifferences {
    private static final int LONGEST = 90;

    private RunDifferences() {}

    /** The settings that differ, a sentence each, such as {@code agents, rounds: 4 → 6}; empty where all are the same. */
    public static List<String> settings(Scenario one, Scenario other) {
        List<String> differences = new ArrayList<>();
        compare("", one, other, differences);
        return differences;
    }

    private static void compare(String place, @Nullable Object one, @Nullable Object other, List<String> out) {
        if (Objects.equals(one, other)) {
            return;
        }
        if (one instanceof Record && other instanceof Record && one.getClass().equals(other.getClass())) {
            for (RecordComponent component : one.getClass().getRecordComponents()) {
                String name = words(component.getName());
                compare(place.isEmpty() ? name : place + ", " + name, value(component, one), value(component, other), out);
            }
            return;
        }
        out.add(place + ": " + brief(one) + " \u2192 " + brief(other));
    }

    private static @Nullable Object value(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }

    /** {@code minStakeUsd} becomes {@code min stake usd}. */
    private static String words(String camelCase) {
        return camelCase.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static String brief(@Nullable Object value) {
        String text = value == null ? "none" : value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\u2026";
    }

    /**
     * The first event that differs, in words; empty where the streams are the same.
     *
     * @param zone local times are told in it
     */
    public static String firstEvent(List<LoggedEvent> one, List<LoggedEvent> other, ZoneId zone) {
        int common = Math.min(one.size(), other.size());
        for (int i = 0; i < common; i++) {
            boolean start = one.get(i).event() instanceof RunEvent.RunStarted && other.get(i).event() instanceof RunEvent.RunStarted;
            // the first event repeats what was chosen
            if (!start && !one.get(i).equals(other.get(i))) {
                String a = fields(one.get(i));
                String b = fields(other.get(i));
                int at = mismatch(a, b);
                return String.format(
                        Locale.ROOT, "The first %,d events are the same, but for what was chosen; event %,d differs.\nA: %s  %s\nB: %s  %s", i, i + 1,
                        head(one.get(i), zone), around(a, at), head(other.get(i), zone), around(b, at));
            }
        }
        return one.size() == other.size()
                ? ""
                : String.format(Locale.ROOT, "The first %,d events are the same, but for what was chosen; then %s ends, and the other goes on for %,d.", common,
                        one.size() < other.size() ? "A" : "B", Math.abs(one.size() - other.size()));
    }

    private static String head(LoggedEvent logged, ZoneId zone) {
        return logged.simulatedTime().atZone(zone).toLocalDateTime() + " " + logged.event().getClass().getSimpleName();
    }

    private static String fields(LoggedEvent logged) {
        String json = EventsJsonl.line(logged);
        int at = json.indexOf("\"type\"");
        return at < 0 ? json : json.substring(json.indexOf(',', at) + 1);
    }

    private static int mismatch(String a, String b) {
        int at = 0;
        while (at < Math.min(a.length(), b.length()) && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        return at;
    }

    /** The field with the character that differs, and what follows as far as there is room. */
    private static String around(String json, int at) {
        int field = Math.max(json.lastIndexOf(',', at - 1), json.lastIndexOf('{', at - 1)) + 1;
        // of a long text only its end before the difference
        int start = Math.max(field, at - LONGEST / 2);
        return (start > 0 ? "\u2026" : "") + brief(json.substring(Math.min(start, json.length())));
    }
}
