package org.vppworkbench.app.experiment;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.ContractsCsv;
import org.vppworkbench.app.io.DispatchDocument;
import org.vppworkbench.app.io.LanguageReport;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.metrics.ProcessObserver;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.settlement.SettledContract;
import org.vppworkbench.model.simulation.RunRecord;

/** A run read back from its bundle: settled and evaluated anew, by the code that made it. */
public final class BundledRun {
    private BundledRun() {}

    /** Whether the bundle holds all that is needed. */
    public static boolean isComplete(Bundle bundle) {
        return bundle.manifest() != null
                && bundle.events() != null
                && bundle.contracts() != null
                && bundle.dispatch() != null;
    }

    /** The run, with the optima its {@code baseline.json} holds. */
    public static ExperimentResult reopen(Bundle bundle, Clock clock) {
        return reopen(bundle, OptimumSet.of(bundle.baseline()), clock);
    }

    /** What the run of a bundle was made from, ready to run again. */
    static ResolvedScenario scenario(Bundle bundle, RunManifest manifest) {
        RunManifest.Configuration configuration = manifest.configuration();
        return new ResolvedScenario(
                configuration.scenario(),
                configuration.fleet(),
                bundle.inputs().inputs(),
                configuration.behaviours(),
                configuration.skipped(),
                manifest.provenance(),
                bundle.forecast());
    }

    private static @Nullable LanguageRecord language(Bundle bundle, RunManifest manifest) {
        LanguageReport report = manifest.language();
        String tape = bundle.tape();
        return report == null ? null : new LanguageRecord(report, tape == null ? "" : tape);
    }

    private static @Nullable ExternalRecord external(Bundle bundle) {
        String lines = bundle.external();
        return lines == null ? null : new ExternalRecord(lines, bundle.human());
    }

    /**
     * The run, with other optima.
     *
     * @throws RefusedException where the bundle is not complete
     */
    public static ExperimentResult reopen(
            Bundle bundle, @Nullable OptimumSet optimum, Clock clock) {
        RunManifest manifest = bundle.manifest();
        List<LoggedEvent> events = bundle.events();
        List<SettledContract> contracts = bundle.contracts();
        DispatchDocument dispatch = bundle.dispatch();
        if (manifest == null || events == null || contracts == null || dispatch == null) {
            throw RefusedException.because(
                    bundle.folder().toString(), "not a complete bundle",
                    "manifest.json, events.jsonl, contracts.csv and dispatch.csv");
        }
        ResolvedScenario scenario = scenario(bundle, manifest);
        RunInputs inputs = scenario.inputs();
        boolean central = MechanismCatalogue.optimum(manifest.mechanism()).isPresent();
        List<ClearedOffer> offers = ContractsCsv.offers(inputs, contracts);
        RunRecord record =
                new RunRecord(
                        manifest.mechanism(), manifest.label(), true, dispatch.dispatch(), offers, central);
        ProcessObserver observer = Observation.of(scenario.scenario());
        events.forEach(observer::accept);
        return new ExperimentRunner(MechanismCatalogue.standard(), clock)
                .evaluate(
                        scenario, record, events, central ? null : observer, optimum, language(bundle, manifest), external(bundle),
                        manifest.startedAt());
    }
}
