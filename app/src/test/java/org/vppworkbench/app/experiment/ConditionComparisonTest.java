package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.io.BundleContent;
import org.vppworkbench.app.io.LanguageReport;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.metrics.Metric;
import org.vppworkbench.model.metrics.ModelUse;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.Scenario;

/** Conditions by hand: manifests of real runs, with welfare and models written in. */
class ConditionComparisonTest {
    private static final List<String> WELFARE = List.of("welfareUsd");
    private static final ExperimentResult REAL = SmallRuns.run("rule", 1, false);
    private static final RunManifest MANIFEST = RunBundle.of(REAL, Map.of(), List.<BundleContent.Picture>of()).manifest();
    private static final LanguageSettings MODEL = LanguageSettings.of("gemini", "some-model", null);

    private static ConditionComparison.Run run(
            String name, long seed, @Nullable LanguageSettings language, String tape, boolean replayed, long fallbacks, double w) {
        Scenario s = REAL.scenario().scenario();
        Scenario scenario = new Scenario(
                s.sample(), s.firstDay(), s.days(), s.fleetReference(), null, s.requirement(), s.minStakeUsd(), s.market(),
                language == null ? "rule" : "llm", s.agents(), language, s.satisfaction(), s.kappa(), seed, null, List.of());
        LanguageReport report = language == null
                ? null
                : new LanguageReport(
                        "gemini", language.model(), "host", true, replayed, List.of(), Map.of(), tape, ModelUse.NONE, Map.of(), 0L, 100,
                        fallbacks, fallbacks / 100.0, List.of(), null);
        RunManifest manifest = new RunManifest(
                MANIFEST.application(), MANIFEST.environment(), scenario.mechanism(), "label", seed, MANIFEST.forecast(),
                MANIFEST.timeline(), MANIFEST.rules(),
                new RunManifest.Configuration(scenario, MANIFEST.configuration().fleet(), List.of(), List.of()),
                MANIFEST.provenance(), Map.of(), Map.of("events.jsonl", "events of " + tape), Map.of(), report,
                MANIFEST.startedAt(), MANIFEST.finishedAt());
        RunInputs inputs = REAL.scenario().inputs();
        return new ConditionComparison.Run(name, manifest, inputs, List.of(Metric.of("welfareUsd", "Welfare", "$", w)));
    }

    private static ConditionComparison.Run rule(long seed, double w) {
        return run("rule-" + seed, seed, null, "rule " + seed, false, 0, w);
    }

    /** Differences 3, 5 and 4 − 3 = 1 of the mean of two replicates: mean 3, s = 2, t(2) = 4.3027. */
    @Test
    void pairsAreComparedWithinTheSameSeed() {
        ConditionComparison comparison = ConditionComparison.of(
                List.of(
                        rule(1000, 10), rule(1001, 20), rule(1002, 3), rule(1003, 99),
                        run("a", 1000, MODEL, "t1", false, 2, 13), run("b", 1001, MODEL, "t2", false, 4, 25),
                        run("c", 1002, MODEL, "t3", false, 6, 3), run("d", 1002, MODEL, "t4", false, 0, 5)),
                WELFARE);
        PairedDifference difference = comparison.differences().getFirst().value();
        assertEquals(3, difference.pairs(), "seed 1003 has no partner");
        assertEquals(3, difference.mean(), 1e-12);
        Double half = difference.halfWidth();
        assertEquals(4.302652729911275 * 2 / Math.sqrt(3), half == null ? Double.NaN : half, 1e-9);
        assertEquals(List.of(), comparison.notes());
        ConditionComparison.Row model = comparison.conditions().get(1);
        assertEquals(4, model.runs());
        assertEquals(3, model.units());
        assertEquals(0.03, model.fallbackShare() == null ? Double.NaN : model.fallbackShare(), 1e-12);
        assertFalse(model.marked());
        assertNull(comparison.conditions().getFirst().fallbackShare(), "rules have nothing to fall back from");
    }

    @Test
    void aReplayIsNoReplicateWhicheverComesFirst() {
        ConditionComparison.Run live = run("live", 1000, MODEL, "t1", false, 0, 13);
        ConditionComparison.Run replay = run("replay", 1000, MODEL, "t1", true, 0, 13);
        for (List<ConditionComparison.Run> order : List.of(List.of(live, replay), List.of(replay, live))) {
            List<ConditionComparison.Run> all = new ArrayList<>(List.of(rule(1000, 10), rule(1000, 10)));
            all.addAll(order);
            ConditionComparison comparison = ConditionComparison.of(all, WELFARE);
            assertEquals(List.of(1, 1), comparison.conditions().stream().map(ConditionComparison.Row::runs).toList());
            assertTrue(comparison.notes().stream().anyMatch(n -> n.contains("replay is of the same tape as live")), "" + comparison.notes());
            assertTrue(comparison.notes().stream().anyMatch(n -> n.contains("is the same run as")), "" + comparison.notes());
            assertNull(comparison.differences().getFirst().value().halfWidth(), "one pair has no interval");
        }
        ConditionComparison alone = ConditionComparison.of(List.of(rule(1000, 10), replay), WELFARE);
        assertTrue(alone.notes().getFirst().contains("counts once"), "" + alone.notes());
    }

    @Test
    void manyFallbacksAndTuningSeedsAreMarked() {
        ConditionComparison comparison = ConditionComparison.of(
                List.of(rule(7, 10), run("a", 7, MODEL, "t1", false, 6, 13)), WELFARE);
        assertTrue(comparison.conditions().get(1).marked());
        assertEquals(1, comparison.notes().size(), "" + comparison.notes());
        assertTrue(comparison.notes().getFirst().contains("below 1000"), "" + comparison.notes());
    }

    @Test
    void whatIsVariedIsTheCondition() {
        LanguageSettings other = new LanguageSettings(
                MODEL.provider(), MODEL.model(), null, MODEL.mode(), MODEL.homes(), true, MODEL.tool(), 0, MODEL.persona(), 2,
                MODEL.order(), false, 0, MODEL.guards(), MODEL.sampling(), MODEL.budget());
        ConditionComparison comparison = ConditionComparison.of(
                List.of(run("a", 1000, MODEL, "t1", false, 0, 13), run("b", 1000, other, "t2", false, 0, 14)), List.of("welfareUsd", "no"));
        assertTrue(comparison.conditions().get(1).words().contains("paraphrase 2"), comparison.conditions().get(1).words());
        assertEquals(1, comparison.differences().getFirst().value().mean(), 1e-12);
        assertEquals(0, comparison.differences().get(1).value().pairs(), "an unknown metric has no pairs");
        assertThrows(RefusedException.class, () -> ConditionComparison.of(List.of(rule(1, 1), rule(2, 1)), WELFARE));
    }
}
