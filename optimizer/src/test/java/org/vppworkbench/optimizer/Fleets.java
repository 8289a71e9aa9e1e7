package org.vppworkbench.optimizer;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.scenario.OwnerChange;
import org.vppworkbench.model.scenario.OwnerChanges;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** Seeded fleets that look like the sample: tariffs, batteries, cars with trips, preferences of every kind. */
public final class Fleets {
    private final SplittableRandom random;
    private final int firstDay;
    private final int days;
    private final int n;
    private final double batteryShare;

    private Fleets(long seed, int firstDay, int days, double batteryShare) {
        this.batteryShare = batteryShare;
        this.random = new SplittableRandom(seed);
        this.firstDay = firstDay;
        this.days = days;
        this.n = 96 * days;
    }

    /**
     * The optimum of a mode. For static fields of tests: a lambda of a class that is still being initialised must not be handed to other
     * threads, and those of a solve poll for a cancel.
     */
    static OptimumResult solved(RunInputs inputs, Mode mode) {
        return CentralOptimum.solve(inputs, mode, Options.DEFAULT, Progress.NONE, () -> false);
    }

    static Horizon horizon(int firstDay, int days) {
        return new Horizon(LocalDate.of(2023, 8, 15).plusDays(firstDay), days, Horizon.LOS_ANGELES);
    }

    /** Homes over real prices, D of 25, 15 and 15 kW per 20 homes where the stake reaches 0.25 $. */
    public static RunInputs random(long seed, int homes, int firstDay, int days) {
        return random(seed, homes, firstDay, days, 0.55);
    }

    /** The same with a given share of homes with a battery. */
    public static RunInputs random(long seed, int homes, int firstDay, int days, double batteryShare) {
        Fleets f = new Fleets(seed, firstDay, days, batteryShare);
        MarketSeries prices = CaisoWeek.prices(firstDay, days);
        List<ProsumerInputs> all = new ArrayList<>();
        for (int i = 0; i < homes; i++) {
            all.add(f.home("home-%03d".formatted(i + 1), prices));
        }
        double scale = homes / 20.0;
        RequiredCapacity required = new RequiredCapacity(
                required(prices.energy(), 25 * scale),
                required(prices.spin(), 15 * scale),
                required(prices.nonSpin(), 15 * scale));
        return new RunInputs(horizon(firstDay, days), prices, prices, required, List.of(), all);
    }

    /** The same fleet with V2G in a share of its cars, drawn apart so that everything else stays as it is. */
    public static RunInputs withV2g(RunInputs inputs, long seed, double share) {
        SplittableRandom random = new SplittableRandom(seed ^ 0x5DEECE66DL);
        List<ProsumerInputs> homes = new ArrayList<>();
        for (ProsumerInputs h : inputs.prosumers()) {
            EvInputs ev = h.ev();
            if (ev != null && random.nextDouble() < share) {
                double kw = random.nextDouble(1, 10);
                ev = new EvInputs(
                        ev.capacityKwh(), ev.chargeKw(), kw, ev.eta(), ev.minKwh(), ev.initialKwh(),
                        ev.plugged(), ev.drivenKwh(), random.nextDouble() < 0.3 ? 0 : random.nextDouble(0, 0.1));
            }
            homes.add(new ProsumerInputs(
                    h.id(), h.importPrice(), h.exportPrice(), h.endValuePerKwh(), h.importLimitKw(), h.exportLimitKw(),
                    h.pv(), h.load(), h.bess(), ev, h.hard(), h.soft()));
        }
        return new RunInputs(
                inputs.horizon(), inputs.prices(), inputs.forecasts(), inputs.required(), inputs.calledIntervals(), homes);
    }

    /** The same with car needs by times at which the car stands at home, hard in the early morning and soft in the evening. */
    public static RunInputs withCarTimes(RunInputs inputs, long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ 0x7143L);
        List<ProsumerInputs> homes = new ArrayList<>();
        for (ProsumerInputs h : inputs.prosumers()) {
            EvInputs ev = h.ev();
            List<EvReady> hard = new ArrayList<>(h.hard().evReady());
            List<SoftPreference> soft = new ArrayList<>(h.soft());
            for (int day = 0; ev != null && day < inputs.horizon().days(); day++) {
                if (day == 0) {
                    // 7.2 kW from 40 kWh on; later days begin with what the day before left
                    int early = 4 + random.nextInt(20);
                    hard.add(new EvReady(early, Math.min(75, 40 + random.nextDouble() * 1.6 * early)));
                }
                int late = 96 * day + 80 + random.nextInt(16);
                soft.add(new SoftPreference.CarReady(late, 30 + 40 * random.nextDouble(), 0.05 + 0.5 * random.nextDouble()));
            }
            hard.sort(java.util.Comparator.comparingInt(EvReady::interval));
            homes.add(h.with(h.bess(), ev, new HardPreferences(
                    h.hard().reserveFloorKwh(), h.hard().blackoutIntervals(), h.hard().dailyDischargeCapKwh(), hard), soft));
        }
        return new RunInputs(
                inputs.horizon(), inputs.prices(), inputs.forecasts(), inputs.required(), inputs.calledIntervals(), homes);
    }

    /** The same with one to three other reserve floors in every home with a battery, said as owners say them: up as fast as it charges. */
    public static RunInputs withFloors(RunInputs inputs, long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ 0xF100FL);
        List<ProsumerInputs> homes = new ArrayList<>();
        for (ProsumerInputs h : inputs.prosumers()) {
            ProsumerInputs home = h;
            BessInputs bess = h.bess();
            for (int said = bess == null ? 3 : random.nextInt(3); said < 3 && bess != null; said++) {
                int from = random.nextInt(8) == 0 ? 0 : random.nextInt(inputs.horizon().intervals());
                double kwh = random.nextInt(6) == 0 ? bess.maxKwh() : random.nextDouble() * bess.maxKwh();
                LocalDateTime at = inputs.horizon().localStart(from).toLocalDateTime();
                home = OwnerChanges.applied(home, new OwnerChange.KeepsAtLeast(h.id(), kwh, at), inputs.horizon());
            }
            homes.add(home);
        }
        return inputs.withHomes(homes);
    }

    /** The same with real-time prices around the day-ahead price, and calls of one to five intervals, two a day. */
    public static RunInputs withCalls(RunInputs inputs, long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ 0xCA11EDL);
        TreeSet<Integer> called = new TreeSet<>();
        for (int day = 0; day < inputs.horizon().days(); day++) {
            for (int call = 0; call < 2; call++) {
                int from = 96 * day + (call == 0 ? random.nextInt(90) : 64 + random.nextInt(24));
                for (int t = from; t <= from + random.nextInt(5); t++) {
                    called.add(t);
                }
            }
        }
        return withCalls(inputs, seed, List.copyOf(called));
    }

    /** The same with given calls. */
    public static RunInputs withCalls(RunInputs inputs, long seed, List<Integer> called) {
        SplittableRandom random = new SplittableRandom(seed ^ 0xFACADEL);
        MarketSeries p = inputs.prices();
        TimeSeries realTime = p.energy().map(v -> v * random.nextDouble(-0.2, 3));
        return new RunInputs(
                inputs.horizon(), new MarketSeries(p.energy(), p.spin(), p.nonSpin(), realTime), inputs.forecasts(),
                inputs.required(), called, inputs.prosumers());
    }

    static TimeSeries required(TimeSeries price, double kw) {
        return TimeSeries.generate(
                price.length() / 4, h -> kw * price.mean(4 * h, 4 * h + 4) / 1000 < 0.25 ? 0 : kw);
    }

    private ProsumerInputs home(String id, MarketSeries prices) {
        double tariff = random.nextDouble();
        TimeSeries rI;
        TimeSeries rX;
        if (tariff < 0.45) {
            rI = TimeSeries.generate(n, t -> tou(t, 0.26, 0.24, 0.55, 16, 21));
            rX = TimeSeries.generate(n, t -> Math.min(rI.at(t), 0.03 + 0.05 * hourly(t)));
        } else if (tariff < 0.8) {
            rI = TimeSeries.generate(n, t -> tou(t, 0.33, 0.31, 0.52, 16, 21));
            rX = rI.map(v -> v - 0.025);
        } else if (tariff < 0.9) {
            rI = TimeSeries.constant(n, 0.33);
            rX = TimeSeries.constant(n, 0.08);
        } else {
            rI = prices.energy().map(v -> v / 1000);
            rX = rI;
        }
        double peak = 0.3 + 2 * random.nextDouble();
        TimeSeries load = TimeSeries.generate(n, t -> 0.2 + peak * evening(t) * random.nextDouble());
        double kwp = random.nextDouble() < 0.7 ? 3 + 5 * random.nextDouble() : 0;
        TimeSeries pv = TimeSeries.generate(n, t -> kwp * sun(t) * (0.8 + 0.2 * random.nextDouble()));
        BessInputs bess = random.nextDouble() < batteryShare ? battery() : null;
        EvInputs ev = random.nextDouble() < 0.45 ? car() : null;
        return new ProsumerInputs(
                id, rI, rX, rI.min(), 100, 100, pv, load, bess, ev, hard(bess, ev), soft(bess, ev));
    }

    private BessInputs battery() {
        double capacity = random.nextDouble() < 0.5 ? 13.5 : 10 + 10 * random.nextDouble();
        double kw = 3 + 4 * random.nextDouble();
        double eta = Math.sqrt(0.86 + 0.08 * random.nextDouble());
        return new BessInputs(
                capacity, kw, kw, eta, eta, 0.05 * capacity, capacity, 0.5 * capacity, random.nextDouble() < 0.5 ? 0.05 : 0);
    }

    private EvInputs car() {
        List<Boolean> plugged = new ArrayList<>(Collections.nCopies(n, true));
        double[] driven = new double[n];
        for (int day = 0; day < days; day++) {
            int leave = 96 * day + 28 + random.nextInt(8);
            int back = 96 * day + 64 + random.nextInt(12);
            for (int t = leave; t < back; t++) {
                plugged.set(t, false);
            }
            driven[leave] = 4 + 10 * random.nextDouble();
        }
        return new EvInputs(75, 7.2, 0, 0.92, 7.5, 40, plugged, TimeSeries.of(driven), 0);
    }

    private HardPreferences hard(BessInputs bess, EvInputs ev) {
        List<EvReady> ready = new ArrayList<>();
        for (int t = 0; ev != null && t < n; t++) {
            if (ev.drivenKwh().at(t) > 0) {
                ready.add(new EvReady(t, 42));
            }
        }
        if (bess == null) {
            return new HardPreferences(null, List.of(), null, ready);
        }
        Double floor = random.nextDouble() < 0.6 ? bess.capacityKwh() * (0.1 + 0.3 * random.nextDouble()) : null;
        Double cap = random.nextDouble() < 0.4 ? 4 + 6 * random.nextDouble() : null;
        List<Integer> blackout = new ArrayList<>();
        if (random.nextDouble() < 0.3) {
            for (int day = 0; day < days; day++) {
                for (int t = 72; t < 80; t++) {
                    blackout.add(96 * day + t);
                }
            }
        }
        return new HardPreferences(floor, blackout, cap, ready);
    }

    private List<SoftPreference> soft(BessInputs bess, EvInputs ev) {
        List<SoftPreference> soft = new ArrayList<>();
        if (bess != null && random.nextDouble() < 0.4) {
            soft.add(new SoftPreference.Floor(0.5 * bess.capacityKwh(), 0.02 + 0.1 * random.nextDouble()));
        }
        if (bess != null && random.nextDouble() < 0.3) {
            soft.add(new SoftPreference.DailyCap(3, 0.2));
        }
        if (bess != null && random.nextDouble() < 0.3) {
            soft.add(new SoftPreference.Blackout(List.of(70, 71, 72, 73), 0.3));
        }
        for (int t = 0; ev != null && t < n && random.nextDouble() < 0.995; t++) {
            if (ev.drivenKwh().at(t) > 0) {
                soft.add(new SoftPreference.CarReady(t, 60, 0.1));
            }
        }
        return soft;
    }

    private static double tou(int t, double off, double mid, double on, int from, int to) {
        double hour = t % 96 / 4.0;
        return hour >= from && hour < to ? on : hour < 8 ? mid : off;
    }

    private double hourly(int t) {
        return 0.5 + 0.5 * Math.sin(Math.floorDiv(t, 4) * 0.7 + firstDay);
    }

    private static double evening(int t) {
        double hour = t % 96 / 4.0;
        return 0.3 + Math.exp(-(hour - 19) * (hour - 19) / 8);
    }

    private static double sun(int t) {
        double hour = t % 96 / 4.0;
        return hour < 6 || hour > 19 ? 0 : Math.sin((hour - 6) / 13 * Math.PI);
    }
}
