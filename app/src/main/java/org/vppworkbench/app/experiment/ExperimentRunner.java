package org.vppworkbench.app.experiment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.event.EventLog;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.metrics.Invariant;
import org.vppworkbench.model.metrics.InvariantChecker;
import org.vppworkbench.model.metrics.MetricTable;
import org.vppworkbench.model.metrics.MetricsEvaluator;
import org.vppworkbench.model.metrics.ModelUse;
import org.vppworkbench.model.metrics.ProcessObserver;
import org.vppworkbench.model.metrics.SettledRun;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.settlement.Settlement;
import org.vppworkbench.model.settlement.Settler;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.Mechanism;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.optimizer.Mode;

/**
 * Runs one scenario through one mechanism and evaluates it: the same code for the window and the
 * command line. Keeps no state between runs.
 */
public final class ExperimentRunner {
    private final MechanismCatalogue mechanisms;
    private final LanguageModels models;
    private final AgentPrograms programs;
    private final Clock clock;

    /**
     * A runner without language models and programs of the user: it refuses what needs one.
     *
     * @param clock for wall times, which stand in the manifest and in no result
     */
    public ExperimentRunner(MechanismCatalogue mechanisms, Clock clock) {
        this(mechanisms, LanguageModels.NONE, clock);
    }

    /**
     * @param models where the models of runs come from
     * @param clock for wall times, which stand in the manifest and in no result
     */
    public ExperimentRunner(MechanismCatalogue mechanisms, LanguageModels models, Clock clock) {
        this(mechanisms, models, AgentPrograms.NONE, clock);
    }

    /**
     * @param models where the models of runs come from
     * @param programs where the programs of the user come from
     * @param clock for wall times, which stand in the manifest and in no result
     */
    public ExperimentRunner(
            MechanismCatalogue mechanisms, LanguageModels models, AgentPrograms programs, Clock clock) {
        this.mechanisms = mechanisms;
        this.models = models;
        this.programs = programs;
        this.clock = clock;
    }

    public MechanismCatalogue mechanisms() {
        return mechanisms;
    }

    /**
     * Runs the mechanism of the scenario.
     *
     * @param live receives every event as it happens, on the calling thread
     * @throws RefusedException for an unknown mechanism, or one that needs the optimum without it
     * @throws CancellationException where the user cancelled
     */
    public ExperimentResult run(
            ResolvedScenario scenario,
            ExperimentOptions options,
            EventSink live,
            ProgressSink progress,
            CancelToken cancel) {
        @Nullable OptimumSource optima = options.solveOptimum()
                ? (inputs, sink, token) -> new OptimumSolver(clock)
                        .solve(inputs, EnumSet.allOf(Mode.class), options.gap(), sink, token)
                : null;
        return run(FleetSource.described(scenario), optima, live, progress, cancel);
    }

    /**
     * Runs the mechanism of a scenario as it is described, with optima from wherever.
     *
     * @param optima where they come from, or {@code null} where the run is not judged by them
     * @param live receives every event as it happens, on the calling thread
     * @throws RefusedException for an unknown mechanism, or one that needs the optimum without it
     * @throws CancellationException where the user cancelled
     */
    public ExperimentResult run(
            ResolvedScenario scenario,
            @Nullable OptimumSource optima,
            EventSink live,
            ProgressSink progress,
            CancelToken cancel) {
        Instant startedAt = clock.instant();
        String id = scenario.scenario().mechanism();
        Mode central = MechanismCatalogue.optimum(id).orElse(null);
        refuseUnknown(id, central, optima);
        try (LanguageRun language = LanguageRun.of(scenario, mechanisms, models)) {
            Mechanism alone = language == null ? mechanisms.trading(id).orElse(null) : language.mechanism();
            ExternalRun external = ExternalRun.of(scenario.scenario(), programs);
            Mechanism mechanism = external == null ? alone : external.seated(alone);
            return run(scenario, mechanism, language, external, central, optima, live, progress, cancel, startedAt);
        }
    }

    private ExperimentResult run(
            ResolvedScenario scenario,
            @Nullable Mechanism mechanism,
            @Nullable LanguageRun language,
            @Nullable ExternalRun external,
            @Nullable Mode central,
            @Nullable OptimumSource optima,
            EventSink live,
            ProgressSink progress,
            CancelToken cancel,
            Instant startedAt) {
        EventLog log = new EventLog();
        ProcessObserver observer = Observation.of(scenario.scenario());
        EventSink sink = event -> deliver(event, log, observer, live);

        RunRecord record = null;
        if (mechanism != null) {
            Supplier<RunRecord> work = () -> language == null
                    ? mechanism.run(scenario, sink, progress, cancel)
                    : language.run(mechanism, scenario, sink, observer, progress, cancel);
            record = external == null ? work.get() : external.run(work);
            if (!record.complete()) {
                throw new CancellationException("the run was cancelled");
            }
        }
        OptimumSet optimum = optima == null ? null : optima.of(scenario.inputs(), progress, cancel);
        if (record == null && central != null && optimum != null) {
            long seed = scenario.scenario().seed();
            record =
                    OptimumDispatch.run(
                            scenario.inputs(), optimum.of(central).orElseThrow(), seed, sink);
        }
        if (record == null) {
            throw new IllegalStateException("neither a mechanism nor an optimum ran: " + scenario.scenario().mechanism());
        }
        if (cancel.cancelled()) {
            throw new CancellationException("the run was cancelled");
        }
        progress.report(0, 1, "settlement and metrics");
        List<LoggedEvent> events = log.range(0, log.size());
        return evaluate(
                scenario, record, events, mechanism == null ? null : observer, optimum,
                language == null ? null : language.record(observer.record()), external == null ? null : external.record(),
                startedAt);
    }

    /** A run that was evaluated without optima, or with others, judged by these. */
    public static ExperimentResult judged(ExperimentResult run, OptimumSet optimum) {
        ResolvedScenario scenario = run.scenario();
        ProcessObserver observer = Observation.of(scenario.scenario());
        run.events().forEach(observer::accept);
        boolean central = MechanismCatalogue.isCentral(run.record().mechanism());
        SettledRun settled =
                new SettledRun(
                        scenario.inputs(),
                        scenario.behaviours(),
                        scenario.scenario().satisfaction(),
                        run.record().dispatch(),
                        run.settlement(),
                        run.referenceSettlement(),
                        central ? null : observer.record(),
                        optimum.reference(),
                        use(run.language()));
        MetricTable metrics = MetricsEvaluator.evaluate(settled);
        return new ExperimentResult(
                scenario, run.record(), run.events(), run.reference(), run.settlement(), run.referenceSettlement(), optimum,
                metrics, InvariantChecker.check(settled, metrics), run.language(), run.external(), run.startedAt(), run.finishedAt());
    }

    /** Settles and evaluates a run that was made, or read back from a bundle. */
    ExperimentResult evaluate(
            ResolvedScenario scenario,
            RunRecord record,
            List<LoggedEvent> events,
            @Nullable ProcessObserver observer,
            @Nullable OptimumSet optimum,
            @Nullable LanguageRecord language,
            @Nullable ExternalRecord external,
            Instant startedAt) {
        RunInputs inputs = scenario.inputs();
        DispatchTable reference = HomePlanReference.dispatch(inputs, scenario.behaviours());
        double kappa = scenario.scenario().kappa();
        Settlement without = Settler.settle(inputs, reference, List.of(), kappa);
        Settlement with = record.paidAtMarket()
                ? Settler.settleAtMarket(inputs, record.dispatch())
                : Settler.settle(inputs, record.dispatch(), record.offers(), kappa);
        SettledRun run =
                new SettledRun(
                        inputs,
                        scenario.behaviours(),
                        scenario.scenario().satisfaction(),
                        record.dispatch(),
                        with,
                        without,
                        observer == null ? null : observer.record(),
                        optimum == null ? null : optimum.reference(),
                        use(language));
        MetricTable metrics = MetricsEvaluator.evaluate(run);
        List<Invariant> invariants = InvariantChecker.check(run, metrics);
        return new ExperimentResult(
                scenario, record, events, reference, with, without, optimum, metrics, invariants, language, external,
                startedAt, clock.instant());
    }

    private static @Nullable ModelUse use(@Nullable LanguageRecord language) {
        return language == null ? null : language.report().use();
    }

    private void refuseUnknown(String id, @Nullable Mode central, @Nullable OptimumSource optima) {
        if (central == null && mechanisms.trading(id).isEmpty() && mechanisms.byModel(id).isEmpty()) {
            List<String> all = new ArrayList<>(mechanisms.ids());
            all.addAll(mechanisms.languageIds());
            String known = String.join(", ", all);
            throw new RefusedException(
                    List.of(Finding.error("mechanism", id, "unknown mechanism", known)));
        }
        if (central != null && optima == null) {
            throw RefusedException.because(
                    "mechanism " + id, "it is the optimum, which was switched off", "solve the optimum");
        }
    }

    private static void deliver(
            LoggedEvent event, EventLog log, ProcessObserver observer, EventSink live) {
        log.accept(event);
        observer.accept(event);
        live.accept(event);
    }
}
