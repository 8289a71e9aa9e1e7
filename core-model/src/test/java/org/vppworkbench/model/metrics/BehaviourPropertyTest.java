package org.vppworkbench.model.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vppworkbench.model.event.Talk.contract;
import static org.vppworkbench.model.event.Talk.standing;
import static org.vppworkbench.model.event.Talk.whatIf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.event.Talk;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.metrics.behaviour.BehaviourMetric;
import org.vppworkbench.model.metrics.behaviour.BehaviourRecord;

/** What holds for the behaviour of whatever agents say. */
class BehaviourPropertyTest {
    private static final int CASES = 100 * Integer.getInteger("vpp.random.scale", 1);

    /** A home with everything it says in one hour: asks by round, whether it takes the first bid, what it is paid. */
    private record Script(String home, double kw, double cost, List<Double> asks, double bid, boolean takes, boolean refused) {}

    private static Script script(String home, SplittableRandom random) {
        double cost = random.nextDouble(20, 400);
        List<Double> asks = random.doubles(3, cost - 30, cost + 200).boxed().toList();
        return new Script(
                home, random.nextDouble(0.5, 3), cost, asks, random.nextDouble(10, 320), random.nextBoolean(), random.nextInt(5) == 0);
    }

    private static BehaviourRecord run(List<Script> scripts) {
        Talk talk = new Talk();
        talk.opened(18, scripts.stream().map(s -> standing(s.home(), s.kw(), s.cost())).toArray(RunEvent.Standing[]::new));
        talk.calls(18, 300);
        List<Contract> contracts = new ArrayList<>();
        for (int round = 1; round <= 3; round++) {
            for (Script s : scripts) {
                if (s.refused() && round == 2) {
                    talk.fails(18, round, s.home(), "physics");
                }
                if (s.takes() && round == 2) {
                    talk.accepts(18, round, s.home(), "bid", s.kw(), s.bid());
                    contracts.add(contract(s.home(), 18, s.kw(), s.bid(), s.cost()));
                } else if (!s.takes() || round == 1) {
                    talk.proposes(18, round, s.home(), s.kw(), s.asks().get(round - 1), whatIf(s.kw(), s.kw() * s.cost() / 1000));
                }
            }
            for (Script s : scripts) {
                if (round == 1) {
                    talk.counters(18, round, s.home(), s.kw(), s.bid());
                }
            }
        }
        talk.settled(18, true, contracts.toArray(Contract[]::new)).closed(18, RunEvent.Outcome.TRADED, 3);
        ProcessObserver observer = new ProcessObserver(MarketRules.RESEARCH);
        talk.events().forEach(observer::accept);
        return observer.record().behaviour();
    }

    private static Map<String, Metric> metrics(BehaviourRecord record) {
        Map<String, Metric> byKey = new HashMap<>();
        BehaviourMetrics.of(record).forEach(m -> byKey.put(m.key(), m));
        return byKey;
    }

    @Test
    void theOrderOfTheFleetLeavesAllButTheOrderBias() {
        for (int k = 0; k < CASES; k++) {
            SplittableRandom random = new SplittableRandom(k);
            List<Script> scripts = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(6); i++) {
                scripts.add(script("home-" + i, random));
            }
            Map<String, Metric> before = metrics(run(scripts));
            Collections.shuffle(scripts, new Random(k));
            Map<String, Metric> after = metrics(run(scripts));
            for (BehaviourMetric metric : BehaviourMetric.values()) {
                Double was = before.get(metric.key()).value();
                Double is = after.get(metric.key()).value();
                if (!metric.key().startsWith("order")) {
                    assertEquals(was == null ? Double.NaN : was, is == null ? Double.NaN : is, 1e-6, k + " " + metric);
                }
            }
        }
    }

    @Test
    void sharesThatAreProbabilitiesStayBetweenNoneAndAll() {
        List<BehaviourMetric> free = List.of(
                BehaviourMetric.SELLER_SURPLUS, BehaviourMetric.HOME_CONCESSION, BehaviourMetric.AGGREGATOR_CONCESSION);
        int defined = 0;
        for (int k = 0; k < CASES; k++) {
            SplittableRandom random = new SplittableRandom(1000 + k);
            List<Script> scripts = List.of(script("a", random), script("b", random), script("c", random), script("d", random));
            Map<String, Metric> all = metrics(run(scripts));
            for (BehaviourMetric metric : BehaviourMetric.values()) {
                Double value = all.get(metric.key()).value();
                if (value != null) {
                    defined++;
                    assertTrue(Double.isFinite(value), metric + " " + value);
                    boolean share = metric.unit().equals("share") && !free.contains(metric);
                    assertTrue(!share || (value >= 0 && value <= 1), metric + " " + value);
                }
            }
        }
        assertTrue(defined > 10 * CASES, "defined: " + defined);
    }

    @Test
    void homesAddUpToTheRun() {
        SplittableRandom random = new SplittableRandom(7);
        List<Script> scripts = List.of(script("a", random), script("b", random), script("c", random));
        BehaviourRecord record = run(scripts);
        double parts = scripts.stream()
                .mapToDouble(s -> record.of(s.home()).all().values().values().stream().mapToDouble(Double::doubleValue).sum())
                .sum();
        double whole = record.homes().values().values().stream().mapToDouble(Double::doubleValue).sum();
        assertEquals(whole, parts, 1e-9);
    }
}
