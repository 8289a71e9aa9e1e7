package org.vppworkbench.app.io;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.time.Provenance;

/**
 * How a bundle came to be: the content of {@code manifest.json}. Wall-clock times stand here and
 * nowhere else.
 *
 * @param application version and commit of the program
 * @param environment what it ran on
 * @param mechanism id, such as {@code no-vpp}
 * @param label honest label, such as {@code RULE}
 * @param seed master seed
 * @param forecast label of the forecast, such as {@code PERFECT}
 * @param timeline label of the timeline, such as {@code HOURLY (STYLISED)}
 * @param rules market rules, such as {@code RESEARCH}
 * @param configuration everything needed to run it again with {@code inputs.json}
 * @param provenance where the series came from
 * @param inputFiles SHA-256 of the files the user brought, by name
 * @param outputFiles SHA-256 of every other file of the bundle, by path inside it
 * @param solver status and tolerance per mode of the optimum; empty where it was not solved
 * @param language how language models took part; {@code null} where none did
 * @param startedAt wall clock
 * @param finishedAt wall clock
 */
public record RunManifest(
        Application application,
        Environment environment,
        String mechanism,
        String label,
        long seed,
        String forecast,
        String timeline,
        String rules,
        Configuration configuration,
        List<Provenance> provenance,
        Map<String, String> inputFiles,
        Map<String, String> outputFiles,
        Map<String, SolverRun> solver,
        @Nullable LanguageReport language,
        Instant startedAt,
        Instant finishedAt) {

    /** The program; {@code commit} is {@code null} where the build did not know it. */
    public record Application(String name, String version, @Nullable String commit) {}

    /** The machine, as far as results could depend on it. */
    public record Environment(String jdk, String os) {}

    /**
     * The resolved configuration.
     *
     * @param scenario what the user chose
     * @param fleet the fleet it referred to
     * @param behaviours plans and agent-only preferences, one per home
     * @param skipped opportunities below the minimum stake
     */
    public record Configuration(
            Scenario scenario, Fleet fleet, List<Behaviour> behaviours, List<Opportunity> skipped) {}

    /** What the solver of one mode said. */
    public record SolverRun(String solver, String status, double tolerance) {}

    public RunManifest {
        provenance = List.copyOf(provenance);
        inputFiles = ordered(inputFiles);
        outputFiles = ordered(outputFiles);
        solver = ordered(solver);
    }

    /** The same manifest with other hashes and solver runs. */
    public RunManifest with(Map<String, String> newOutputFiles, Map<String, SolverRun> newSolver) {
        return new RunManifest(
                application, environment, mechanism, label, seed, forecast, timeline, rules,
                configuration, provenance, inputFiles, newOutputFiles, newSolver, language, startedAt, finishedAt);
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
