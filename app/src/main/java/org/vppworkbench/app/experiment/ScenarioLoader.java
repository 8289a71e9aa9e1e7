package org.vppworkbench.app.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.ManifestJson;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.app.io.Sha256;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;
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
import org.vppworkbench.sample.generator.FleetGenerator;
import org.vppworkbench.sample.generator.SamplingTable;

/** Loads what a request refers to and resolves it; everything wrong is a finding. */
public final class ScenarioLoader {
    private ScenarioLoader() {}

    public static LoadedScenario load(ScenarioRequest request) {
        Findings findings = new Findings();
        DataSet data = data(request, findings);
        FleetParameters parameters = request.scenario().generatedFleet();
        FleetGenerator generator = data == null || parameters == null ? null : generator(request, parameters, data, findings);
        Fleet fleet = parameters == null
                ? fleet(request, findings)
                : generator == null ? null : generator.generate(request.scenario().fleetReference());
        Map<String, String> hashes = new TreeMap<>();
        DataFolder folder = request.dataFolder();
        if (folder != null) {
            hashes.putAll(folder.sha256());
        }
        hash("fleet", request.fleetFile(), hashes, findings);
        hash("prices", request.pricesFile(), hashes, findings);
        compareWithBundle(request, hashes, findings);
        ResolvedScenario resolved = null;
        if (data != null && fleet != null) {
            Findings masked = new Findings();
            Scenario scenario = request.keys().masked(request.scenario(), masked);
            Fleet clean = request.keys().masked(fleet, scenario.fleetReference(), masked);
            masked.list().forEach(finding -> findings.add(located(finding, request.scenarioFile())));
            Resolution resolution = ScenarioResolver.resolve(scenario, clean, data);
            resolution.findings().forEach(finding -> findings.add(located(finding, request.scenarioFile())));
            resolved = resolution.resolved();
        }
        SamplingTable sampling = generator == null || fleet == null || resolved == null ? null : generator.table(fleet);
        return new LoadedScenario(findings.hasErrors() ? null : resolved, findings.list(), hashes, sampling);
    }

    private static @Nullable DataSet data(ScenarioRequest request, Findings findings) {
        DataFolder folder = request.dataFolder();
        if (folder != null) {
            findings.addAll(folder.findings());
        }
        DataSet sample = folder == null ? keep(SampleLibrary.load(request.scenario().sample()), findings) : folder.data();
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

    /** The generator of the scenario's fleet, or {@code null} with findings about its parameters. */
    private static @Nullable FleetGenerator generator(
            ScenarioRequest request, FleetParameters parameters, DataSet data, Findings findings) {
        String reference = request.scenario().fleetReference();
        if (SampleLibrary.fleetIds().contains(reference)) {
            Finding finding = Finding.error(
                    "scenario, fleetReference", "\"" + reference + "\"",
                    "the fleet is generated from generatedFleet, so it is not this sample fleet",
                    Scenario.referenceOf(parameters) + ", or no generatedFleet");
            findings.add(located(finding, request.scenarioFile()));
            return null;
        }
        Reading<FleetGenerator> reading = FleetGenerator.of(parameters, data, "scenario, generatedFleet");
        reading.findings().forEach(finding -> findings.add(located(finding, request.scenarioFile())));
        return reading.value();
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

    private static void hash(
            String what, @Nullable Path file, Map<String, String> hashes, Findings findings) {
        if (file == null || !Files.isRegularFile(file)) {
            return; // absent, or already a finding of its reader
        }
        try {
            String name = String.valueOf(file.getFileName());
            hashes.put(hashes.containsKey(name) ? what + ": " + name : name, Sha256.of(file));
        } catch (IOException e) {
            findings.error(file.toString(), null, "cannot be read: " + e.getMessage(), null);
        }
    }

    /** A finding about the scenario names the file the scenario was read from. */
    private static Finding located(Finding finding, @Nullable Path file) {
        String prefix = "scenario, ";
        if (file == null || !finding.where().startsWith(prefix)) {
            return finding;
        }
        String field = finding.where().substring(prefix.length()).replaceFirst("^generatedFleet, ", "generatedFleet.");
        return new Finding(
                finding.severity(), file + ", scenario." + field, finding.value(), finding.message(),
                finding.allowed());
    }

    /** A warning for every file that the run of the bundle read and this one does not. */
    private static void compareWithBundle(
            ScenarioRequest request, Map<String, String> hashes, Findings findings) {
        Path file = request.scenarioFile();
        Path manifestFile = file == null ? null : file.resolveSibling(Bundle.MANIFEST);
        if (manifestFile == null || !Files.isRegularFile(manifestFile)) {
            return;
        }
        RunManifest manifest;
        try {
            manifest = ManifestJson.read(Files.readString(manifestFile), manifestFile.toString()).value();
        } catch (IOException e) {
            return; // only the scenario is asked for
        }
        if (manifest == null) {
            return;
        }
        manifest.inputFiles().forEach((name, hash) -> {
            if (!hashes.containsValue(hash)) {
                findings.warning(
                        manifestFile + ", inputFiles, " + name, null,
                        "the run of this bundle read this file; this run does not, or another version of it",
                        "--fleet, --data or --prices with the same file");
            }
        });
    }
}
