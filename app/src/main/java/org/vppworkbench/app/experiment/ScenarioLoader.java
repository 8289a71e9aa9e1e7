package org.vppworkbench.app.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.Sha256;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.scenario.Resolution;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.sample.FleetCsv;
import org.vppworkbench.sample.FleetJson;
import org.vppworkbench.sample.SampleLibrary;
import org.vppworkbench.sample.SeriesCsv;

/** Loads what a request refers to and resolves it; everything wrong is a finding. */
public final class ScenarioLoader {
    private ScenarioLoader() {}

    public static LoadedScenario load(ScenarioRequest request) {
        Findings findings = new Findings();
        DataSet data = data(request, findings);
        Fleet fleet = fleet(request, findings);
        Map<String, String> hashes = new TreeMap<>();
        hash(request.fleetFile(), hashes, findings);
        hash(request.pricesFile(), hashes, findings);
        ResolvedScenario resolved = null;
        if (data != null && fleet != null) {
            Scenario scenario = request.scenario();
            Resolution resolution = ScenarioResolver.resolve(scenario, fleet, data);
            findings.addAll(resolution.findings());
            resolved = resolution.resolved();
        }
        return new LoadedScenario(findings.hasErrors() ? null : resolved, findings.list(), hashes);
    }

    private static @Nullable DataSet data(ScenarioRequest request, Findings findings) {
        DataSet sample = keep(SampleLibrary.load(request.scenario().sample()), findings);
        Path prices = request.pricesFile();
        return sample == null || prices == null
                ? sample
                : keep(SeriesCsv.read(prices, sample, request.pricesKind()), findings);
    }

    private static @Nullable Fleet fleet(ScenarioRequest request, Findings findings) {
        Path file = request.fleetFile();
        if (file == null) {
            Scenario scenario = request.scenario();
            return keep(SampleLibrary.fleet(scenario.fleetReference()), findings);
        }
        return keep(readFleet(file), findings);
    }

    /** Reads a fleet file: CSV by its ending, else JSON. */
    public static Reading<Fleet> readFleet(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return FleetJson.read(file);
        }
        String id = name.substring(0, name.length() - ".csv".length());
        return FleetCsv.read(file, id, id);
    }

    private static <T> @Nullable T keep(Reading<T> reading, Findings findings) {
        findings.addAll(reading.findings());
        return reading.value();
    }

    private static void hash(@Nullable Path file, Map<String, String> hashes, Findings findings) {
        if (file == null || !Files.isRegularFile(file)) {
            return; // absent, or already a finding of its reader
        }
        try {
            hashes.put(String.valueOf(file.getFileName()), Sha256.of(file));
        } catch (IOException e) {
            findings.error(file.toString(), null, "cannot be read: " + e.getMessage(), null);
        }
    }
}
