package org.vppworkbench.app.experiment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.ApplicationInfo;
import org.vppworkbench.app.io.BaselineDocument;
import org.vppworkbench.app.io.BundleContent;
import org.vppworkbench.app.io.DispatchDocument;
import org.vppworkbench.app.io.InputsDocument;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.time.TimeSeries;

/** The bundle of a finished run. */
public final class RunBundle {
    private RunBundle() {}

    /**
     * What is to be written of a run whose fleet was not generated.
     *
     * @param inputFiles SHA-256 of the user's files by name
     * @param figures pictures
     */
    public static BundleContent of(
            ExperimentResult result,
            Map<String, String> inputFiles,
            List<BundleContent.Picture> figures) {
        return of(result, inputFiles, figures, null);
    }

    /**
     * What is to be written.
     *
     * @param inputFiles SHA-256 of the user's files by name
     * @param figures pictures
     * @param sampling CSV text of the sampling table of a generated fleet, or {@code null}
     */
    public static BundleContent of(
            ExperimentResult result,
            Map<String, String> inputFiles,
            List<BundleContent.Picture> figures,
            @Nullable String sampling) {
        ResolvedScenario scenario = result.scenario();
        List<TimeSeries> meters = HomePlanReference.meters(result.reference());
        double w0 = result.referenceWelfareUsd();
        OptimumSet optimum = result.optimum();
        LanguageRecord language = result.language();
        ExternalRecord external = result.external();
        return new BundleContent(
                manifest(result, inputFiles),
                new InputsDocument(scenario.inputs(), meters, w0),
                result.events(),
                new DispatchDocument(result.record().dispatch(), meters),
                result.settlement().contracts(),
                result.metrics(),
                new BaselineDocument(
                        w0,
                        optimum == null ? Map.of() : optimum.summaries(),
                        optimum == null ? null : optimum.forecast(),
                        result.invariants()),
                figures,
                scenario.forecastReport(),
                sampling,
                language == null ? null : language.tape(),
                external == null ? null : external.lines(),
                external == null ? null : external.choices());
    }

    private static RunManifest manifest(ExperimentResult result, Map<String, String> inputFiles) {
        ResolvedScenario scenario = result.scenario();
        ApplicationInfo application = ApplicationInfo.current();
        OptimumSet optimum = result.optimum();
        MarketSettings market = scenario.scenario().market();
        LanguageRecord language = result.language();
        return new RunManifest(
                new RunManifest.Application(
                        ApplicationInfo.NAME, application.version(), application.commit()),
                new RunManifest.Environment(
                        System.getProperty("java.vm.name") + " " + Runtime.version(),
                        System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                                + System.getProperty("os.arch")),
                result.record().mechanism(),
                result.record().label(),
                scenario.scenario().seed(),
                market.forecast().label(),
                market.timeline().label(),
                market.rules().name(),
                new RunManifest.Configuration(
                        scenario.scenario(), scenario.fleet(), scenario.behaviours(), scenario.skipped()),
                scenario.provenance(),
                inputFiles,
                Map.of(),
                optimum == null ? Map.of() : optimum.solverRuns(),
                language == null ? null : language.report(),
                result.startedAt(),
                result.finishedAt());
    }
}
