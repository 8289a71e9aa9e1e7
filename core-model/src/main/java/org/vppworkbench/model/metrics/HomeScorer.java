package org.vppworkbench.model.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.physics.DayGrid;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.settlement.PeriodAccount;
import org.vppworkbench.model.settlement.ProsumerAccount;
import org.vppworkbench.model.settlement.SettledContract;
import org.vppworkbench.model.time.Horizon;

/** Scores every home over a stretch of whole days. */
final class HomeScorer {
    private final SettledRun run;
    private final DayGrid days;
    private final Map<String, List<SettledContract>> contracts = new HashMap<>();

    HomeScorer(SettledRun run) {
        this.run = run;
        this.days = new DayGrid(run.inputs().horizon());
        for (SettledContract settled : run.settlement().contracts()) {
            contracts.computeIfAbsent(settled.contract().prosumer(), id -> new ArrayList<>()).add(settled);
        }
    }

    /**
     * @param from first interval
     * @param to interval after the last
     * @param process the negotiation about these intervals, or {@code null}
     * @param reference s_ref for this stretch [$], or {@code null} where it is not defined
     */
    List<ProsumerScore> scores(
            PeriodAccount with,
            PeriodAccount without,
            int from,
            int to,
            @Nullable ProcessRecord process,
            @Nullable Double reference) {
        Map<String, List<SeenOffer>> offers = new HashMap<>();
        if (process != null) {
            process.offers().forEach(o -> offers.computeIfAbsent(o.prosumer(), id -> new ArrayList<>()).add(o));
        }
        List<ProsumerInputs> homes = run.inputs().prosumers();
        List<ProsumerScore> scores = new ArrayList<>();
        for (int i = 0; i < homes.size(); i++) {
            String id = homes.get(i).id();
            List<PreferenceCheck> checks = checks(i, from, to);
            ProsumerAccount account = with.prosumers().get(i);
            ProsumerAccount reserved = without.prosumers().get(i);
            double surplus = account.utilityUsd() - reserved.utilityUsd();
            Double satisfaction = reference == null ? null : satisfaction(surplus, reference, checks);
            double regret = regret(i, surplus, offers.getOrDefault(id, List.of()));
            scores.add(new ProsumerScore(id, account, reserved, satisfaction, regret, checks));
        }
        return scores;
    }

    /** What the home plan, or taking the best offer its owner allows, would have given more; at least 0 [$]. */
    private double regret(int i, double surplus, List<SeenOffer> offers) {
        Behaviour behaviour = behaviour(i);
        Double floor = behaviour == null ? null : behaviour.priceFloorPerMwh();
        double forgone = offers.stream()
                .filter(offer -> offer.allowedBy(floor))
                .mapToDouble(SeenOffer::forgoneUsd)
                .max()
                .orElse(0);
        return Math.max(0, Math.max(-surplus, forgone));
    }

    private @Nullable Behaviour behaviour(int i) {
        return run.behaviours().isEmpty() ? null : run.behaviours().get(i);
    }

    private List<PreferenceCheck> checks(int i, int from, int to) {
        ProsumerInputs home = run.inputs().prosumers().get(i);
        List<SettledContract> own = contracts.getOrDefault(home.id(), List.of()).stream()
                .filter(c -> Horizon.firstInterval(c.contract().hour()) >= from
                        && Horizon.firstInterval(c.contract().hour()) < to)
                .toList();
        return new PreferenceAuditor(home, run.dispatch(), i, days, from, to, run.settings()).check(behaviour(i), own);
    }

    /** s_ref of {@code model.md} §8 over the run [$], or {@code null} where it is not defined. */
    @Nullable Double reference() {
        OptimumReference optimum = run.measure();
        long storage = run.inputs().prosumers().stream()
                .filter(h -> h.bess() != null || h.ev() != null)
                .count();
        if (optimum == null || storage == 0) {
            return null;
        }
        double span = optimum.awareObjective() - optimum.homeObjective();
        return span < MetricsEvaluator.LEAST_USD ? null : Double.valueOf(span / storage);
    }

    private double satisfaction(double surplus, double reference, List<PreferenceCheck> checks) {
        double money = Math.clamp(0.5 + surplus / (2 * reference), 0, 1);
        double kept = checks.stream()
                .filter(c -> c.checks() > 0)
                .mapToDouble(PreferenceCheck::kept)
                .average()
                .orElse(1);
        double weight = run.settings().moneyWeight();
        return weight * money + (1 - weight) * kept;
    }
}
