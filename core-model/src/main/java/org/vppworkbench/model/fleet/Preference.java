package org.vppworkbench.model.fleet;

import java.time.LocalTime;

/**
 * What an owner wants, typed ({@code model.md} §2). {@code usdPerUnit} is the price of one unit of violation and is read
 * only for {@link Strength#SOFT}. {@code source} is the owner's words it came from, or empty.
 */
public sealed interface Preference {
    Strength strength();

    double usdPerUnit();

    String source();

    /** The same preference from other words. */
    default Preference saidAs(String words) {
        // taken apart in full, so that a component that is added cannot be forgotten here
        return switch (this) {
            case ReserveFloor(Strength strength, double kwh, double usdPerUnit, String _) ->
                    new ReserveFloor(strength, kwh, usdPerUnit, words);
            case EvReadyBy(Strength strength, double kwh, double usdPerUnit, String _) ->
                    new EvReadyBy(strength, kwh, usdPerUnit, words);
            case BlackoutWindow(Strength strength, LocalTime from, LocalTime to, double usdPerUnit, String _) ->
                    new BlackoutWindow(strength, from, to, usdPerUnit, words);
            case DailyDischargeCap(Strength strength, double kwh, double usdPerUnit, String _) ->
                    new DailyDischargeCap(strength, kwh, usdPerUnit, words);
            case PriceFloor(double usdPerKwh, String _) -> new PriceFloor(usdPerKwh, words);
            case MaxEventsPerDay(int count, String _) -> new MaxEventsPerDay(count, words);
        };
    }

    /** Least battery energy at all times, from backup hours × critical kW [kWh]; soft: $/(kWh·h). */
    record ReserveFloor(Strength strength, double kwh, double usdPerUnit, String source) implements Preference {}

    /** Energy in the car at every departure [kWh]; soft: $/kWh. */
    record EvReadyBy(Strength strength, double kwh, double usdPerUnit, String source) implements Preference {}

    /**
     * Nothing is sold between two local times, every day; a window may pass midnight; soft: $/kWh sold. Equal times
     * mean the whole day.
     */
    record BlackoutWindow(Strength strength, LocalTime from, LocalTime to, double usdPerUnit, String source)
            implements Preference {}

    /** Most energy sold per local day [kWh]; soft: $/kWh above. */
    record DailyDischargeCap(Strength strength, double kwh, double usdPerUnit, String source) implements Preference {}

    /**
     * Least price the owner accepts for energy [$/kWh]; reserve delivers no kWh and is not concerned. Concerns payment
     * only: always binding for agents, never for the optimum.
     */
    record PriceFloor(double usdPerKwh, String source) implements Preference {
        @Override
        public Strength strength() {
            return Strength.HARD;
        }

        @Override
        public double usdPerUnit() {
            return 0;
        }
    }

    /** Most contracts per local day. Binding for agents; the optimum may ignore it. */
    record MaxEventsPerDay(int count, String source) implements Preference {
        @Override
        public Strength strength() {
            return Strength.HARD;
        }

        @Override
        public double usdPerUnit() {
            return 0;
        }
    }
}
