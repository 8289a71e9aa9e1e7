package org.vppworkbench.app.experiment;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.BaselineDocument;
import org.vppworkbench.app.io.BaselineJson;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.MetricsJson;
import org.vppworkbench.app.io.PriceKinds;
import org.vppworkbench.app.io.ProsumersCsv;
import org.vppworkbench.model.metrics.Invariant;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;

/**
 * What a solved optimum changes in a bundle.
 *
 * @param baseline new content of {@code baseline.json}
 * @param files text of every file that changes, by name
 * @param run the run with these optima, or {@code null} where the bundle does not hold it
 */
public record BaselineReport(BaselineDocument baseline, Map<String, String> files, @Nullable ExperimentResult run) {
    public BaselineReport {
        files = Map.copyOf(files);
    }

    /** Judges the optima; where the bundle holds the run too, its metrics are renewed. */
    public static BaselineReport of(Bundle bundle, OptimumSet optima, Clock clock) {
        Map<String, String> files = new LinkedHashMap<>();
        List<Invariant> invariants;
        ExperimentResult run = BundledRun.isComplete(bundle) ? BundledRun.reopen(bundle, optima, clock) : null;
        if (run != null) {
            invariants = run.invariants();
            String mechanism = run.record().mechanism();
            files.put(
                    Bundle.METRICS,
                    MetricsJson.write(
                            mechanism, run.record().label(), PriceKinds.of(run.scenario().provenance()), run.metrics()));
            files.put(Bundle.PROSUMERS, prosumers(run));
        } else {
            invariants = bounds(bundle.inputs().w0Usd(), optima);
        }
        BaselineDocument baseline =
                new BaselineDocument(bundle.inputs().w0Usd(), optima.summaries(), optima.forecast(), invariants);
        files.put(Bundle.BASELINE, BaselineJson.write(baseline));
        return new BaselineReport(baseline, files, run);
    }

    /** What can be judged without the run. */
    private static List<Invariant> bounds(
            @Nullable Double w0, OptimumSet optima) {
        OptimumResult home = optima.of(Mode.HOME).orElse(null);
        OptimumResult aware = optima.of(Mode.AWARE).orElse(null);
        OptimumResult blind = optima.of(Mode.BLIND).orElse(null);
        List<Invariant> verdicts = new ArrayList<>();
        if (w0 != null && home != null) {
            verdicts.add(atMost("home plans <= home bound", w0, home.upperBoundUsd()));
        }
        if (home != null && aware != null) {
            verdicts.add(
                    atMost("home optimum <= aware bound", home.objectiveUsd(), aware.upperBoundUsd()));
        }
        if (aware != null && blind != null) {
            verdicts.add(
                    atMost("aware optimum <= blind bound", aware.objectiveUsd(), blind.upperBoundUsd()));
        }
        Double forecast = optima.forecastWelfare();
        if (aware != null && forecast != null) {
            verdicts.add(atMost("forecast optimum <= aware bound", forecast, aware.upperBoundUsd()));
        }
        return verdicts;
    }

    private static Invariant atMost(String name, double value, double bound) {
        boolean holds = value <= bound + 1e-6 * (1 + Math.abs(bound));
        return new Invariant(
                name, holds, String.format(Locale.ROOT, "%.6g <= %.6g", value, bound));
    }

    private static String prosumers(ExperimentResult run) {
        StringWriter text = new StringWriter();
        try {
            ProsumersCsv.write(run.metrics().prosumers(), text);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return text.toString();
    }
}
