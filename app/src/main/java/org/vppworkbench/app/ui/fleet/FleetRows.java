package org.vppworkbench.app.ui.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vppworkbench.model.fleet.Home;

/**
 * The homes as the table shows them: those that pass the filter, in the order asked for. An edit replaces homes where they
 * stand; nothing jumps away under the hand until somebody sorts or filters again.
 */
final class FleetRows {
    /** Rows replaced one by one; more are replaced together. */
    private static final int ONE_BY_ONE = 20;

    /** What a filter looks for in a home, made once. */
    private record Searched(Home home, String text) {}

    private final ObservableList<Home> shown = FXCollections.observableArrayList();
    private final Map<String, Searched> words = new HashMap<>();
    private List<Home> all = List.of();
    private FleetFilter filter = FleetFilter.NONE;
    private List<FleetOrder.By> order = List.of();

    ObservableList<Home> shown() {
        return shown;
    }

    List<Home> all() {
        return all;
    }

    FleetFilter filter() {
        return filter;
    }

    void filter(FleetFilter next) {
        filter = next;
        arrange();
    }

    void sort(List<FleetOrder.By> by) {
        order = List.copyOf(by);
        arrange();
    }

    /** Takes the homes of another document. */
    void take(List<Home> next) {
        List<Home> before = all;
        all = next;
        if (!sameIds(before, next)) {
            words.clear();
            arrange();
            return;
        }
        Map<String, Home> changed = new HashMap<>();
        for (int i = 0; i < next.size(); i++) {
            if (!before.get(i).equals(next.get(i))) {
                changed.put(next.get(i).id(), next.get(i));
            }
        }
        if (changed.size() > ONE_BY_ONE) {
            shown.setAll(shown.stream().map(home -> changed.getOrDefault(home.id(), home)).toList());
            return;
        }
        for (int i = 0; i < shown.size() && !changed.isEmpty(); i++) {
            Home home = changed.remove(shown.get(i).id());
            if (home != null) {
                shown.set(i, home);
            }
        }
    }

    private void arrange() {
        List<Home> passing = filter.isNone() ? all : all.stream().filter(home -> filter.passes(home, this::words)).toList();
        shown.setAll(FleetOrder.sorted(passing, order));
    }

    private String words(Home home) {
        Searched known = words.get(home.id());
        if (known == null || !known.home().equals(home)) {
            known = new Searched(home, HomeText.searched(home));
            words.put(home.id(), known);
        }
        return known.text();
    }

    private static boolean sameIds(List<Home> before, List<Home> next) {
        if (before.size() != next.size()) {
            return false;
        }
        for (int i = 0; i < next.size(); i++) {
            if (!before.get(i).id().equals(next.get(i).id())) {
                return false;
            }
        }
        return true;
    }

    /** Where these homes stand in the table; those that are not shown are left out. */
    List<Integer> places(List<Home> homes) {
        if (homes.isEmpty()) {
            return List.of();
        }
        Map<String, Integer> places = new HashMap<>(2 * shown.size());
        for (int i = 0; i < shown.size(); i++) {
            places.put(shown.get(i).id(), i);
        }
        List<Integer> found = new ArrayList<>();
        for (Home home : homes) {
            Integer place = places.get(home.id());
            if (place != null) {
                found.add(place);
            }
        }
        return found;
    }
}
