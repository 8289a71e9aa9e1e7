package org.vppworkbench.model.inputs;

import java.util.List;

/** A preference that may be broken at a price, counted as discomfort ({@code model.md} §4). */
public sealed interface SoftPreference {

    /** Price of one unit of violation [$ per unit]. */
    double usdPerUnit();

    /** Battery energy below {@code limitKwh}, measured at interval ends [$/(kWh·h)]. */
    record Floor(double limitKwh, double usdPerUnit) implements SoftPreference {}

    /** Energy missing in the car at the start of an interval: that of a departure, or any other [$/kWh]. */
    record CarReady(int interval, double limitKwh, double usdPerUnit) implements SoftPreference {}

    /** Energy sold in the listed intervals [$/kWh]. */
    record Blackout(List<Integer> intervals, double usdPerUnit) implements SoftPreference {
        public Blackout {
            intervals = List.copyOf(intervals);
        }
    }

    /**
     * Energy sold per local day above a limit [$/kWh].
     *
     * @param limitKwh as the run begins
     * @param changes other limits from a day of the run on, ascending by interval
     */
    record DailyCap(double limitKwh, double usdPerUnit, List<LimitChange> changes) implements SoftPreference {
        public DailyCap {
            changes = List.copyOf(changes);
        }

        /** One limit for the whole run. */
        public DailyCap(double limitKwh, double usdPerUnit) {
            this(limitKwh, usdPerUnit, List.of());
        }

        /** The limit of the local day that interval {@code t} is of [kWh]. */
        public double limitKwh(int t) {
            double kwh = limitKwh;
            for (int i = 0; i < changes.size() && changes.get(i).interval() <= t; i++) {
                kwh = changes.get(i).kwh();
            }
            return kwh;
        }
    }
}
