package org.vppworkbench.model.physics;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vppworkbench.model.RandomHomes;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.scenario.Behaviour;

/** Times the home plan on one core: the plan of one day, a step of a week, a what-if. Run by hand; asserts nothing. */
final class HomePlanBenchmark {
    private static final int HOMES = 30;
    private static final int ROUNDS = 8;
    private static final int DAYS = 7;
    private static final Behaviour PLAN =
            new Behaviour(HomePlanKind.BILL_OPTIMAL, CarPlanKind.CHEAPEST, NegotiatorStyle.LINEAR, null, null);

    private final PrintStream out;
    private final DayGrid days = new DayGrid(new RandomHomes(0, DAYS).horizon);
    private final List<ProsumerInputs> battery = new ArrayList<>();
    private final List<ProsumerInputs> both = new ArrayList<>();
    private final List<ProsumerInputs> v2g = new ArrayList<>();

    private HomePlanBenchmark(PrintStream out) {
        this.out = out;
        for (int seed = 0; seed < HOMES; seed++) {
            battery.add(new RandomHomes(seed, DAYS).home("b", true, false));
            ProsumerInputs home = new RandomHomes(seed, DAYS).home("c", true, true);
            EvInputs ev = home.ev();
            both.add(home);
            if (ev != null) {
                v2g.add(HomePlanOptimalityTest.withCar(home, HomePlanOptimalityTest.withV2g(ev, 5, 0.05)));
            }
        }
    }

    /** Prints one line per round; the last lines are warm. */
    public static void main(String[] args) {
        HomePlanBenchmark benchmark = new HomePlanBenchmark(System.out);
        for (int round = 0; round < ROUNDS; round++) {
            benchmark.round();
        }
    }

    private void round() {
        out.printf(
                Locale.ROOT,
                "plan of a day [us]: battery %.0f, battery and car %.0f, with V2G %.0f; home-step of a week [us]:"
                        + " battery %.2f, battery and car %.2f; what-if [us]: %.2f%n",
                planUs(battery), planUs(both), planUs(v2g), stepUs(battery), stepUs(both), whatIfUs());
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e3;
    }

    private HomeController controller(ProsumerInputs home) {
        return HomePlans.of(HomeOutlook.perfect(home), PLAN, days);
    }

    private double planUs(List<ProsumerInputs> homes) {
        long start = System.nanoTime();
        for (ProsumerInputs home : homes) {
            BessInputs bess = home.bess();
            EvInputs ev = home.ev();
            HomeState state = new HomeState(bess == null ? 0 : bess.initialKwh(), ev == null ? 0 : ev.initialKwh(), 0);
            controller(home).replan(0, state, Commitments.none(days.intervals() / 4), true);
        }
        return since(start) / homes.size();
    }

    private HomeSimulator simulator(ProsumerInputs home) {
        return new HomeSimulator(home, HomeOutlook.perfect(home), controller(home), days, Set.of());
    }

    private double stepUs(List<ProsumerInputs> homes) {
        long start = System.nanoTime();
        for (ProsumerInputs home : homes) {
            HomeSimulator simulator = simulator(home);
            while (simulator.next() < days.intervals()) {
                simulator.step();
            }
        }
        return since(start) / homes.size() / days.intervals();
    }

    private double whatIfUs() {
        long start = System.nanoTime();
        int asked = 0;
        for (ProsumerInputs home : battery.subList(0, HOMES / 3)) {
            HomeSimulator simulator = simulator(home);
            while (simulator.next() < 192) {
                int hour = (simulator.next() + 5) / 4;
                for (Product product : simulator.next() % 4 == 3 ? Product.values() : new Product[0]) {
                    WhatIf tool = simulator.whatIf(product, hour);
                    WhatIfResult most = tool.most();
                    asked += 2;
                    for (int quarter = 1; quarter < 4 && most.deliverable(); quarter++) {
                        tool.at(most.deliverableKw() * quarter / 4);
                        asked++;
                    }
                }
                simulator.step();
            }
        }
        return since(start) / asked;
    }
}
