package org.vppworkbench.model.scenario;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** What an owner does otherwise from a moment on: in a branch of a run, or because of what the owner says during it. */
public sealed interface OwnerChange {
    /** Id of the home. */
    String prosumer();

    /** In plain words. */
    String words();

    /**
     * The home sells nothing more.
     *
     * @param opportunity only this opportunity, such as {@code ENERGY@18}; {@code null} for all that follow
     */
    record Refuses(String prosumer, @Nullable String opportunity) implements OwnerChange {
        @Override
        public String words() {
            return prosumer + " refuses " + (opportunity == null ? "everything" : opportunity);
        }
    }

    /**
     * The home asks another price than its agent would, never below what the contract costs it.
     *
     * @param share of the agent's ask, such as 0.9 for 10 % less, in (0, 10]
     */
    record Asks(String prosumer, double share) implements OwnerChange {
        @Override
        public String words() {
            return prosumer + " asks " + share + " of its price";
        }
    }

    /**
     * The car leaves at another time; the home learns it when the branch begins.
     *
     * @param day local day of the departure
     * @param departure new local time, rounded down to the quarter hour; before the car's return
     */
    record CarLeaves(String prosumer, LocalDate day, LocalTime departure) implements OwnerChange {
        @Override
        public String words() {
            return prosumer + "'s car leaves at " + departure + " on " + day;
        }
    }

    /**
     * The home sells nothing for a while, as under a hard {@code BlackoutWindow} on one day: contracts it has for that time
     * are not delivered.
     *
     * @param from local time from which, rounded down to the quarter hour
     * @param to local time until which, rounded up to the quarter hour
     */
    record SellsNothing(String prosumer, LocalDateTime from, LocalDateTime to) implements OwnerChange {
        @Override
        public String words() {
            return prosumer + " sells nothing from " + from + " to " + to;
        }
    }

    /**
     * The home sells at most so much per local day from a day on, as under its own {@code DailyDischargeCap}; one it has hard
     * or soft stays so, a new one is hard.
     *
     * @param kwh most energy sold per local day, called reserve included [kWh]
     * @param from the first local day of which it holds
     */
    record SellsAtMost(String prosumer, double kwh, LocalDate from) implements OwnerChange {
        @Override
        public String words() {
            return prosumer + " sells at most " + kwh + " kWh a day from " + from + " on";
        }
    }

    /**
     * The battery keeps at least so much from a moment on, as under a hard {@code ReserveFloor}; a soft floor the home has
     * stays beside it. Where it is more than the floor in force then, the floor rises as fast as the battery charges, so that
     * a battery at the old floor can follow; where it is less, it holds at once.
     *
     * @param kwh energy to be kept [kWh]
     * @param from local time from which, rounded down to the quarter hour
     */
    record KeepsAtLeast(String prosumer, double kwh, LocalDateTime from) implements OwnerChange {
        @Override
        public String words() {
            return prosumer + " keeps at least " + kwh + " kWh in the battery from " + from + " on";
        }
    }

    /**
     * The car is needed fuller, as by a hard {@code EvReadyBy} before one departure.
     *
     * @param day local day of the departure; its first one counts
     * @param kwh energy due in the car [kWh]
     */
    record NeedsCar(String prosumer, LocalDate day, double kwh) implements OwnerChange {
        @Override
        public String words() {
            return prosumer + "'s car needs " + kwh + " kWh when it leaves on " + day;
        }
    }
}
