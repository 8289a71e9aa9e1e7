package org.vppworkbench.optimizer.lp;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.SoftPreference;

/**
 * Rows of the preferences that need their own: hard and soft daily caps, soft floors, soft car readiness. Boxes of slack
 * columns are a little too wide on purpose: one that binds would share the multiplier of the row.
 */
final class PreferenceRows {
    /** Per local day, the row of the hard cap, or −1. */
    final int[] hardCapRow;

    /** Per soft preference of the rules, its rows (per interval, per day, or one), or empty. */
    final List<int[]> softRows = new ArrayList<>();

    PreferenceRows(
            LinearProgramBuilder lp,
            HomeRules rules,
            @Nullable StorageColumns battery,
            @Nullable StorageColumns car,
            SaleColumns sales) {
        int days = rules.horizon().days();
        hardCapRow = new int[days];
        Arrays.fill(hardCapRow, -1);
        int[][] running = runningSums(lp, rules, sales);
        for (SoftPreference soft : rules.soft()) {
            softRows.add(
                    switch (soft) {
                        case SoftPreference.Floor floor ->
                            battery == null ? new int[0] : floorRows(lp, battery, floor, rules.intervals());
                        case SoftPreference.CarReady ready ->
                            car == null ? new int[0] : new int[] {carRow(lp, car, ready)};
                        case SoftPreference.DailyCap cap -> capRows(lp, rules, running, cap);
                        case SoftPreference.Blackout _ -> new int[0];
                    });
        }
    }

    /**
     * Energy sold since midnight, called reserve included, one column per interval, so that a daily total does not couple
     * a whole day in one row. Returns per day: last column, last row and its interval, or −1 where nothing needs it.
     */
    private int[][] runningSums(LinearProgramBuilder lp, HomeRules rules, SaleColumns sales) {
        int days = rules.horizon().days();
        int[][] result = new int[days][];
        boolean soft = rules.soft().stream().anyMatch(SoftPreference.DailyCap.class::isInstance);
        for (int day = 0; day < days; day++) {
            Double cap = rules.dailyCapKwh(day);
            boolean needed = cap != null || soft;
            int from = rules.horizon().dayStart(day);
            int to = rules.horizon().dayStart(day + 1);
            double most = 1;
            int last = -1;
            for (int t = from; t < to; t++) {
                for (int sold : sales.delivered(t)) {
                    most += lp.high(sold) * DELTA_HOURS;
                    last = t;
                }
            }
            result[day] = new int[] {-1, -1, -1};
            int column = -1;
            for (int t = from; needed && t <= last; t++) {
                List<Integer> delivered = sales.delivered(t);
                if (delivered.isEmpty() && column < 0) {
                    continue;
                }
                double high = t == last && cap != null ? Math.min(cap, most) : most;
                int row = lp.row(0, Elimination.state(t));
                int next = lp.column(-1, high, 0);
                lp.put(row, next, 1);
                if (column >= 0) {
                    lp.put(row, column, -1);
                }
                delivered.forEach(sold -> lp.put(row, sold, -DELTA_HOURS));
                column = next;
                result[day] = new int[] {column, row, t};
            }
            hardCapRow[day] = cap == null ? -1 : result[day][1];
        }
        return result;
    }

    private static int[] floorRows(
            LinearProgramBuilder lp, StorageColumns battery, SoftPreference.Floor floor, int intervals) {
        int[] rows = new int[intervals];
        for (int t = 0; t < intervals; t++) {
            rows[t] = below(lp, battery.energy[t + 1], floor.limitKwh(), floor.usdPerUnit() * DELTA_HOURS, t + 1);
        }
        return rows;
    }

    private static int carRow(LinearProgramBuilder lp, StorageColumns car, SoftPreference.CarReady ready) {
        return below(lp, car.energy[ready.interval()], ready.limitKwh(), ready.usdPerUnit(), ready.interval());
    }

    /** {@code column + missing − above = limit}, missing at a cost; −1 where the limit cannot be missed. */
    private static int below(LinearProgramBuilder lp, int column, double limit, double usdPerUnit, int t) {
        double low = lp.low(column);
        if (limit <= low) {
            return -1;
        }
        int row = lp.row(limit, Elimination.local(t));
        lp.put(row, column, 1);
        if (lp.high(column) <= limit) {
            lp.put(row, lp.column(-1, limit - low + 1, -usdPerUnit), 1);
        } else {
            lp.put(row, lp.column(0, limit - low + 1, -usdPerUnit), 1);
            lp.put(row, lp.column(0, lp.high(column) - limit + 1, 0), -1);
        }
        return row;
    }

    private static int[] capRows(
            LinearProgramBuilder lp, HomeRules rules, int[][] running, SoftPreference.DailyCap cap) {
        int[] rows = new int[running.length];
        for (int day = 0; day < rows.length; day++) {
            int column = running[day][0];
            double limit = cap.limitKwh(rules.horizon().dayStart(day));
            rows[day] = -1;
            if (column < 0 || lp.high(column) <= limit) {
                continue;
            }
            rows[day] = lp.row(limit, Elimination.local(running[day][2]));
            lp.put(rows[day], column, 1);
            lp.put(rows[day], lp.column(0, lp.high(column) - limit + 1, -cap.usdPerUnit()), -1);
            lp.put(rows[day], lp.column(0, limit + 2, 0), 1);
        }
        return rows;
    }
}
