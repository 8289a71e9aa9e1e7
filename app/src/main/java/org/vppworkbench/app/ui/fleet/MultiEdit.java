package org.vppworkbench.app.ui.fleet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.simulation.CancelToken;

/**
 * One change of many homes.
 *
 * @param numbers new values by field; a home without the device keeps what it has
 * @param tariff new plan, or {@code null} as it is
 * @param plan new home plan, or {@code null} as it is
 * @param carPlan new car plan, or {@code null} as it is
 */
record MultiEdit(
        Map<HomeField, Double> numbers, @Nullable TariffPlan tariff, @Nullable HomePlanKind plan, @Nullable CarPlanKind carPlan) {
    /** Nothing is changed. */
    static final MultiEdit NOTHING = new MultiEdit(Map.of(), null, null, null);

    /** Homes looked at between two looks at the cancel token. */
    private static final int A_FEW = 256;

    /**
     * A home that the change is not made in.
     *
     * @param id of the home
     * @param why the error that it would have
     */
    record Refused(String id, String why) {}

    /**
     * What would come of it.
     *
     * @param homes how many were asked for
     * @param changed the homes that would be others, by id
     * @param same how many have these values already
     * @param without how many lack every device that the change speaks of
     * @param refused those that would be in error
     */
    record Outcome(int homes, Map<String, Home> changed, int same, int without, List<Refused> refused) {
        static final Outcome NONE = new Outcome(0, Map.of(), 0, 0, List.of());

        /** The outcome in a sentence. */
        String words() {
            StringBuilder words = new StringBuilder(String.format(Locale.ROOT, "%,d of %s would change", changed.size(), FleetViewModel.counted(homes)));
            if (same > 0) {
                words.append(String.format(Locale.ROOT, ", %,d already like this", same));
            }
            if (without > 0) {
                words.append(String.format(Locale.ROOT, ", %,d without such a device", without));
            }
            if (!refused.isEmpty()) {
                words.append(String.format(Locale.ROOT, ", %,d refused", refused.size()));
            }
            return words.append('.').toString();
        }
    }

    MultiEdit {
        numbers = Map.copyOf(numbers);
    }

    boolean isNothing() {
        return equals(NOTHING);
    }

    /** What would come of it; changes nothing. */
    Outcome of(List<Home> homes, CancelToken cancel) {
        Map<String, Home> changed = new LinkedHashMap<>();
        List<Refused> refused = new ArrayList<>();
        int same = 0;
        int without = 0;
        for (int i = 0; i < homes.size(); i++) {
            if (i % A_FEW == 0) {
                cancel.check("the change was tried");
            }
            Home home = homes.get(i);
            Home after = applied(home);
            if (!concerns(home)) {
                without++;
            } else if (after.equals(home)) {
                same++;
            } else {
                String why = HomeCheck.objection(home, after);
                if (why.isEmpty()) {
                    changed.put(home.id(), after);
                } else {
                    refused.add(new Refused(home.id(), why));
                }
            }
        }
        return new Outcome(homes.size(), changed, same, without, List.copyOf(refused));
    }

    /** What is changed, in the words of the form. */
    String what() {
        List<String> names = new ArrayList<>();
        HomeFields.MANY.stream().filter(numbers::containsKey).map(HomeField::label).map(l -> l.toLowerCase(Locale.ROOT)).distinct().forEach(names::add);
        if (tariff != null) {
            names.add("tariff");
        }
        if (plan != null) {
            names.add("home plan");
        }
        if (carPlan != null) {
            names.add("car plan");
        }
        return String.join(", ", names);
    }

    private boolean concerns(Home home) {
        return tariff != null || plan != null || carPlan != null || numbers.keySet().stream().anyMatch(field -> field.concerns(home));
    }

    /** In the order of the form, so that a floor is a share of the new capacity. */
    private Home applied(Home home) {
        Home after = home;
        for (HomeField field : HomeFields.MANY) {
            Double value = numbers.get(field);
            if (value != null && field.concerns(after)) {
                after = field.change().apply(after, value);
            }
        }
        if (tariff != null) {
            after = HomeEdits.tariff(after, tariff);
        }
        if (plan != null) {
            after = HomeEdits.plan(after, plan);
        }
        return carPlan == null ? after : HomeEdits.carPlan(after, carPlan);
    }
}
