package org.vppworkbench.app.ui.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;

/** A document with other homes. */
public final class FleetEdits {
    private static final String EDITED = "-edited";
    private static final Pattern NUMBERED = Pattern.compile("home-([0-9]{1,8})");

    private FleetEdits() {}

    /** The document with these homes: no longer what the id of its fleet promises, which id and name say, once. */
    public static Document homes(Document document, List<Home> homes) {
        Fleet fleet = document.fleet();
        Fleet edited = fleet.id().endsWith(EDITED)
                ? new Fleet(fleet.id(), fleet.name(), homes)
                : new Fleet(fleet.id() + EDITED, fleet.name() + " (edited)", homes);
        return document.with(ScenarioEdits.fleetReference(document.scenario(), edited.id()), edited);
    }

    /** The document with more homes, behind those it has. */
    public static Document added(Document document, List<Home> more) {
        List<Home> homes = new ArrayList<>(document.fleet().homes());
        homes.addAll(more);
        return homes(document, homes);
    }

    /** Ids that no home of the fleet has: {@code home-021, home-022, …} behind the largest number there. */
    public static List<String> freshIds(Fleet fleet, int count) {
        int largest = 0;
        for (Home home : fleet.homes()) {
            Matcher numbered = NUMBERED.matcher(home.id());
            if (numbered.matches()) {
                largest = Math.max(largest, Integer.parseInt(numbered.group(1)));
            }
        }
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            ids.add(String.format(Locale.ROOT, "home-%03d", largest + i));
        }
        return ids;
    }
}
