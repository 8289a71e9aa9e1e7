package org.vppworkbench.app.ui.fleet;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Strength;

/** Preferences as they are added and changed in the window; what is changed there comes from there. */
final class Wishes {
    private static final String BY_HAND = HomeEdits.BY_HAND;

    /** Shares that a wish begins with; assumptions, the means of generated fleets. */
    private static final double FLOOR = 0.2;

    private static final double READY = 0.8;

    /** Price of a soft wish that is made soft here [$ per unit]; an assumption, that of generated fleets. */
    private static final double SOFT_USD = 0.3;

    private Wishes() {}

    /** A new preference that the home can meet as it stands. */
    static Preference made(FleetFilter.Wish wish, Home home) {
        Bess bess = home.bess();
        Ev ev = home.ev();
        double kwh = bess == null ? 0 : round(bess.capacityKwh());
        double start = bess == null ? 0 : round(bess.capacityKwh() * bess.initialSocFraction());
        return switch (wish) {
            case FLOOR -> new Preference.ReserveFloor(Strength.HARD, Math.min(round(FLOOR * kwh), start), 0, BY_HAND);
            case CAR_READY -> new Preference.EvReadyBy(Strength.SOFT, ev == null ? 0 : round(READY * ev.capacityKwh()), SOFT_USD, BY_HAND);
            case BLACKOUT -> new Preference.BlackoutWindow(Strength.HARD, LocalTime.of(17, 0), LocalTime.of(19, 0), 0, BY_HAND);
            case CAP -> new Preference.DailyDischargeCap(Strength.HARD, kwh, 0, BY_HAND);
            case PRICE -> new Preference.PriceFloor(0.1, BY_HAND);
            case EVENTS -> new Preference.MaxEventsPerDay(2, BY_HAND);
        };
    }

    /** The number that stands first: energy [kWh], price [$/kWh] or contracts a day; {@code NaN} for hours. */
    static double limit(Preference preference) {
        return switch (preference) {
            case Preference.ReserveFloor p -> p.kwh();
            case Preference.EvReadyBy p -> p.kwh();
            case Preference.BlackoutWindow _ -> Double.NaN;
            case Preference.DailyDischargeCap p -> p.kwh();
            case Preference.PriceFloor p -> p.usdPerKwh();
            case Preference.MaxEventsPerDay p -> p.count();
        };
    }

    static String unit(Preference preference) {
        return switch (preference) {
            case Preference.ReserveFloor _, Preference.EvReadyBy _, Preference.DailyDischargeCap _ -> "kWh";
            case Preference.PriceFloor _ -> "$/kWh";
            case Preference.MaxEventsPerDay _ -> "a day";
            case Preference.BlackoutWindow _ -> "";
        };
    }

    /** Unit of the price of a violation. */
    static String priceUnit(Preference preference) {
        return preference instanceof Preference.ReserveFloor ? "$/(kWh h)" : "$/kWh";
    }

    /** Whether it may be hard or soft. */
    static boolean mayBeSoft(Preference preference) {
        return !(preference instanceof Preference.PriceFloor || preference instanceof Preference.MaxEventsPerDay);
    }

    static Preference withLimit(Preference preference, double limit) {
        return switch (preference) {
            case Preference.ReserveFloor p -> new Preference.ReserveFloor(p.strength(), limit, p.usdPerUnit(), BY_HAND);
            case Preference.EvReadyBy p -> new Preference.EvReadyBy(p.strength(), limit, p.days(), p.by(), p.usdPerUnit(), BY_HAND);
            case Preference.BlackoutWindow p -> p;
            case Preference.DailyDischargeCap p -> new Preference.DailyDischargeCap(p.strength(), limit, p.usdPerUnit(), BY_HAND);
            case Preference.PriceFloor _ -> new Preference.PriceFloor(limit, BY_HAND);
            case Preference.MaxEventsPerDay _ -> new Preference.MaxEventsPerDay((int) limit, BY_HAND);
        };
    }

    /** Hard, or soft with a price; a price of 0 of what becomes soft is that of generated fleets. */
    static Preference with(Preference preference, Strength strength, double price) {
        double usd = strength == Strength.HARD ? 0 : price > 0 ? price : SOFT_USD;
        return switch (preference) {
            case Preference.ReserveFloor p -> new Preference.ReserveFloor(strength, p.kwh(), usd, BY_HAND);
            case Preference.EvReadyBy p -> new Preference.EvReadyBy(strength, p.kwh(), p.days(), p.by(), usd, BY_HAND);
            case Preference.BlackoutWindow p -> new Preference.BlackoutWindow(strength, p.from(), p.to(), usd, BY_HAND);
            case Preference.DailyDischargeCap p -> new Preference.DailyDischargeCap(strength, p.kwh(), usd, BY_HAND);
            case Preference.PriceFloor p -> p;
            case Preference.MaxEventsPerDay p -> p;
        };
    }

    static Preference hours(Preference.BlackoutWindow p, LocalTime from, LocalTime to) {
        return new Preference.BlackoutWindow(p.strength(), from, to, p.usdPerUnit(), BY_HAND);
    }

    static Preference when(Preference.EvReadyBy p, Set<java.time.DayOfWeek> days, @org.jspecify.annotations.Nullable LocalTime by) {
        return new Preference.EvReadyBy(p.strength(), p.kwh(), days, by, p.usdPerUnit(), BY_HAND);
    }

    /** The home with one preference in place of another, or without it. */
    static Home replaced(Home home, int at, @org.jspecify.annotations.Nullable Preference next) {
        List<Preference> all = new ArrayList<>(home.preferences());
        if (next == null) {
            all.remove(at);
        } else {
            all.set(at, next);
        }
        return home.withPreferences(all);
    }

    /** The home with one preference more. */
    static Home plus(Home home, Preference preference) {
        List<Preference> all = new ArrayList<>(home.preferences());
        all.add(preference);
        return home.withPreferences(all);
    }

    private static double round(double kwh) {
        return Math.floor(kwh * 100 + 1e-9) / 100;
    }
}
