package org.vppworkbench.negotiation.text;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Strength;
import org.vppworkbench.model.fleet.Wishes;

/** Typed preferences of a described home, each with the words it came from. */
final class WishDrafts {
    private static final Wishes PRICES = HomeDrafter.CATALOGUE.wishes();

    private WishDrafts() {}

    static List<Preference> of(Draft draft, @Nullable Bess bess, @Nullable Ev ev) {
        List<Preference> all = new ArrayList<>();
        if (bess != null && draft.says(HomeField.RESERVE_SHARE, HomeField.RESERVE_KWH)) {
            double kwh = energy(draft, HomeField.RESERVE_SHARE, HomeField.RESERVE_KWH, bess.capacityKwh());
            Strength strength = draft.choice(HomeField.RESERVE_STRENGTH, Strength.HARD);
            all.add(new Preference.ReserveFloor(strength, kwh, soft(strength, PRICES.softReserveUsd()),
                    words(draft, HomeField.RESERVE_SHARE, HomeField.RESERVE_KWH)));
        }
        if (ev != null && draft.says(HomeField.READY_SHARE, HomeField.READY_KWH)) {
            ready(draft, ev, all);
        }
        window(draft, HomeField.BLACKOUT_FROM, HomeField.BLACKOUT_TO, HomeField.BLACKOUT_STRENGTH, all);
        window(draft, HomeField.BLACKOUT2_FROM, HomeField.BLACKOUT2_TO, HomeField.BLACKOUT2_STRENGTH, all);
        if (bess != null && draft.says(HomeField.CAP_SHARE, HomeField.CAP_KWH)) {
            double kwh = energy(draft, HomeField.CAP_SHARE, HomeField.CAP_KWH, bess.capacityKwh());
            Strength strength = draft.choice(HomeField.CAP_STRENGTH, Strength.HARD);
            all.add(new Preference.DailyDischargeCap(strength, kwh, soft(strength, PRICES.softCapUsd()),
                    words(draft, HomeField.CAP_SHARE, HomeField.CAP_KWH)));
        }
        if (draft.says(HomeField.PRICE_FLOOR)) {
            all.add(new Preference.PriceFloor(
                    draft.number(HomeField.PRICE_FLOOR, 0, ""), words(draft, HomeField.PRICE_FLOOR)));
        }
        if (draft.says(HomeField.MAX_EVENTS)) {
            all.add(new Preference.MaxEventsPerDay(
                    (int) draft.number(HomeField.MAX_EVENTS, 0, ""), words(draft, HomeField.MAX_EVENTS)));
        }
        return all;
    }

    private static void ready(Draft draft, Ev ev, List<Preference> all) {
        double kwh = energy(draft, HomeField.READY_SHARE, HomeField.READY_KWH, ev.capacityKwh());
        Strength strength = draft.choice(HomeField.READY_STRENGTH, Strength.HARD);
        Set<DayOfWeek> days = draft.says(HomeField.READY_DAYS)
                ? DeviceDrafts.days(draft.text(HomeField.READY_DAYS, "", ""))
                : Set.of();
        LocalTime by = draft.says(HomeField.READY_BY) ? LocalTime.parse(draft.text(HomeField.READY_BY, "", "")) : null;
        all.add(new Preference.EvReadyBy(strength, kwh, days, by, soft(strength, PRICES.softCarUsd()),
                words(draft, HomeField.READY_SHARE, HomeField.READY_KWH)));
    }

    private static void window(Draft draft, HomeField from, HomeField to, HomeField force, List<Preference> all) {
        if (draft.says(from) && draft.says(to)) {
            LocalTime start = LocalTime.parse(draft.text(from, "", ""));
            LocalTime end = LocalTime.parse(draft.text(to, "", ""));
            Strength strength = draft.choice(force, Strength.HARD);
            all.add(new Preference.BlackoutWindow(
                    strength, start, end, soft(strength, PRICES.softBlackoutUsd()), words(draft, from)));
        }
    }

    private static double energy(Draft draft, HomeField share, HomeField kwh, double capacity) {
        double energy = draft.says(kwh) ? draft.number(kwh, 0, "") : draft.number(share, 0, "") * capacity;
        return Math.rint(energy * 1e6) / 1e6;
    }

    private static double soft(Strength strength, double usd) {
        return strength == Strength.SOFT ? usd : 0;
    }

    private static String words(Draft draft, HomeField... fields) {
        for (HomeField field : fields) {
            ParsedField said = draft.parsed().get(field).orElse(null);
            if (said != null) {
                return said.words().strip().replaceAll("\\s+", " ");
            }
        }
        return "";
    }
}
