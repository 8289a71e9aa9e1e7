package org.vppworkbench.app.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.vppworkbench.app.experiment.HomePlanReference;
import org.vppworkbench.app.experiment.MechanismCatalogue;
import org.vppworkbench.model.event.EventLog;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.event.RunHistory;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.physics.DayGrid;
import org.vppworkbench.model.physics.HomePlans;
import org.vppworkbench.model.physics.HomeSimulator;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.Mechanism;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;

/**
 * Speed of the engine: homes generated, weeks of the {@code rule} mechanism, home-steps, what-ifs, rewind, memory. Fleets are
 * those of {@link BenchFleets}.
 */
public final class CoreBench {
    private final BenchFleets fleets = new BenchFleets();
    private final List<Integer> sizes;
    private final int repeats;
    private final int threads;
    private final CancelToken cancel;

    /**
     * @param sizes homes of the fleets
     * @param repeats measured repetitions of each figure
     * @param threads worker threads, at least 1
     */
    public CoreBench(List<Integer> sizes, int repeats, int threads, CancelToken cancel) {
        this.sizes = List.copyOf(sizes);
        this.repeats = repeats;
        this.threads = threads;
        this.cancel = cancel;
    }

    /** Measures everything, telling each figure as soon as it is known. */
    public void run(Consumer<BenchRow> out) {
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            pool.submit(() -> measure(out)).join();
        }
    }

    private void measure(Consumer<BenchRow> out) {
        Stopwatch watch = new Stopwatch(repeats, cancel);
        int most = sizes.stream().mapToInt(Integer::intValue).max().orElse(1);
        Stopwatch.Times made = watch.time(() -> fleets.fleet(most, BenchFleets.SEED));
        out.accept(BenchRow.rate("homes generated", made, most, "homes/s"));
        ResolvedScenario first = fleets.scenario(sizes.getFirst(), fleets.days());
        int steps = first.inputs().prosumers().size() * first.inputs().horizon().intervals();
        Stopwatch.Times alone = watch.time(() -> HomePlanReference.dispatch(first.inputs(), first.behaviours()));
        out.accept(BenchRow.scaled("home-step, own plan", alone, 1e6 / steps, "µs"));
        whatIfs(watch, first, out);
        for (int homes : sizes) {
            cancel.check("the week of " + homes + " homes");
            week(watch, homes, out);
        }
    }

    private void week(Stopwatch watch, int homes, Consumer<BenchRow> out) {
        ResolvedScenario scenario = fleets.scenario(homes, fleets.days());
        Mechanism rule = MechanismCatalogue.standard().trading("rule").orElseThrow();
        Stopwatch.Clocks clocks =
                watch.clocks(() -> rule.run(scenario, event -> {}, ProgressSink.NONE, cancel));
        Stopwatch.Times times = clocks.wall();
        int steps = homes * scenario.inputs().horizon().intervals();
        out.accept(BenchRow.seconds("rule week, " + homes + " homes", times));
        if (threads == 1) {
            out.accept(BenchRow.seconds("rule week, " + homes + " homes, processor time", clocks.processor()));
        }
        out.accept(BenchRow.scaled("home-step with trading, " + homes + " homes", times, 1e6 / steps, "µs"));
        double before = liveMegabytes();
        EventLog log = new EventLog();
        RunRecord record = rule.run(scenario, log, ProgressSink.NONE, cancel);
        cancel.check("rewinding");
        Stopwatch.Times rewind = watch.time(() -> new RunHistory(log).stateAt(log.size()));
        out.accept(BenchRow.scaled("state at the end from nothing, " + homes + " homes", rewind, 1e3, "ms"));
        RunHistory history = new RunHistory(log);
        history.stateAt(log.size());
        int[] at = {0};
        Stopwatch.Times jump = watch.time(() -> {
            for (int k = 0; k < 100; k++) {
                at[0] = (at[0] + 7919) % log.size();
                history.stateAt(at[0]);
            }
            return at[0];
        });
        out.accept(BenchRow.scaled("rewind to any event, " + homes + " homes", jump, 1e3 / 100, "ms"));
        int sold = opportunities(log);
        out.accept(new BenchRow("opportunities traded, " + homes + " homes", sold, sold, sold, "opportunities"));
        out.accept(BenchRow.scaled(
                "home and opportunity, " + homes + " homes", times, 1e6 / ((double) homes * Math.max(1, sold)), "µs"));
        out.accept(new BenchRow("events, " + homes + " homes", log.size(), log.size(), log.size(), "events"));
        double held = liveMegabytes() - before;
        out.accept(new BenchRow("memory held by log, snapshots and dispatch, " + homes + " homes", held, held, held, "MB"));
        if (!record.complete() || !history.log().equals(log)) {
            throw new IllegalStateException("the measured run was not complete");
        }
    }

    /** How many opportunities passed the least stake: more in a large fleet, whose stakes are larger. */
    private static int opportunities(EventLog log) {
        return (int) log.range(0, log.size()).stream()
                .filter(logged -> logged.event() instanceof RunEvent.OpportunityOpened)
                .count();
    }

    private void whatIfs(Stopwatch watch, ResolvedScenario scenario, Consumer<BenchRow> out) {
        DayGrid days = new DayGrid(scenario.inputs().horizon());
        List<HomeSimulator> homes = new ArrayList<>();
        for (int i = 0; i < scenario.inputs().prosumers().size(); i++) {
            var outlook = scenario.inputs().outlooks().get(i);
            var plan = HomePlans.of(outlook, scenario.behaviours().get(i), days);
            homes.add(new HomeSimulator(
                    scenario.inputs().prosumers().get(i), outlook, plan, days, java.util.Set.of()));
        }
        for (HomeSimulator home : homes) {
            while (home.next() < 67) {
                home.step();
            }
        }
        int each = 10;
        Stopwatch.Times times = watch.time(() -> {
            double sum = 0;
            for (HomeSimulator home : homes) {
                for (int k = 1; k <= each; k++) {
                    sum += home.whatIf(Product.ENERGY, 18).at(0.5 * k).incrementalCostUsd();
                }
            }
            return sum;
        });
        out.accept(BenchRow.rate("what-ifs, 75 minutes ahead", times, (double) each * homes.size(), "1/s"));
    }

    /** Heap in use after a collection. */
    private static double liveMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }
}
