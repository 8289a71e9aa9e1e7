package org.vppworkbench.app.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ScenarioRequest;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.ScenarioJson;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.SampleLibrary;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options that say what is run: data, fleet, days, requirement, agents. What is not given is that
 * of the scenario file or, without one, the default.
 */
final class ScenarioOptions {
    private static final Scenario DEFAULT =
            new Scenario(
                    SampleLibrary.LOS_ANGELES_2023_08,
                    LocalDate.of(2023, 8, 15),
                    1,
                    SampleLibrary.LOS_ANGELES_20,
                    new Requirement(25, 15, 15),
                    0.25,
                    "rule",
                    AgentSettings.DEFAULT,
                    SatisfactionSettings.DEFAULT,
                    1,
                    1);

    @Option(names = "--scenario", paramLabel = "FILE",
            description = "start from the scenario.json of a bundle; the options given beside it win")
    @Nullable Path scenarioFile;

    @Option(names = "--sample", paramLabel = "ID",
            description = "sample data (default: la-2023-08); 'vpp samples' lists them")
    @Nullable String sample;

    @Option(names = "--fleet", paramLabel = "FILE|ID",
            description = "fleet file, JSON or CSV, or the id of a sample fleet (default: la-20)")
    @Nullable String fleet;

    @Option(names = "--prices", paramLabel = "FILE",
            description = "CSV with your own prices in place of the sample's")
    @Nullable Path prices;

    @Option(names = "--prices-kind", paramLabel = "KIND",
            description = "how you label these prices: ${COMPLETION-CANDIDATES} (default: SYNTHETIC)")
    @Nullable SeriesKind pricesKind;

    @Option(names = "--from", paramLabel = "DATE", description = "first local day (default: 2023-08-15)")
    @Nullable LocalDate from;

    @Option(names = "--days", paramLabel = "N", description = "number of days (default: 1)")
    @Nullable Integer days;

    @Option(names = "--required", paramLabel = "E,S,N", converter = RequiredOption.class,
            description = "all three required quantities at once, in kW: energy, spin, non-spin")
    @Nullable Requirement required;

    @Option(names = "--energy-kw", paramLabel = "KW",
            description = "energy bought per hour, at most (default: 25 kW)")
    @Nullable Double energyKw;

    @Option(names = "--spin-kw", paramLabel = "KW",
            description = "spinning reserve bought per hour, at most (default: 15 kW)")
    @Nullable Double spinKw;

    @Option(names = "--nonspin-kw", paramLabel = "KW",
            description = "non-spinning reserve bought per hour, at most (default: 15 kW)")
    @Nullable Double nonSpinKw;

    @Option(names = "--min-stake", paramLabel = "USD",
            description = "opportunities with a smaller gross stake are skipped (default: 0.25 $)")
    @Nullable Double minStakeUsd;

    @Option(names = "--rounds", paramLabel = "N",
            description = "deadline of a negotiation, in rounds, 1 to 50 (default: 5)")
    @Nullable Integer rounds;

    @Option(names = "--aggregator-final-share", paramLabel = "SHARE",
            description = "last bid of the aggregator as a share of the forecast price, 0 to 1 (default: 0.8)")
    @Nullable Double aggregatorFinalShare;

    @Option(names = "--posted-price-share", paramLabel = "SHARE",
            description = "share of the forecast price the posted-price mechanism pays, 0 to 1 (default: 0.7)")
    @Nullable Double postedPriceShare;

    @Mixin final MarketOptions market = new MarketOptions();

    /** The options that were given, by name. */
    List<String> given() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("--scenario", scenarioFile);
        all.put("--sample", sample);
        all.put("--fleet", fleet);
        all.put("--prices", prices);
        all.put("--prices-kind", pricesKind);
        all.put("--from", from);
        all.put("--days", days);
        all.put("--required", required);
        all.put("--energy-kw", energyKw);
        all.put("--spin-kw", spinKw);
        all.put("--nonspin-kw", nonSpinKw);
        all.put("--min-stake", minStakeUsd);
        all.put("--rounds", rounds);
        all.put("--aggregator-final-share", aggregatorFinalShare);
        all.put("--posted-price-share", postedPriceShare);
        market.put(all);
        return all.entrySet().stream().filter(e -> e.getValue() != null).map(Map.Entry::getKey).toList();
    }

    /**
     * What is to be run.
     *
     * @param mechanism id, or {@code null} where it was not given
     * @param seed master seed, or {@code null} where it was not given
     * @throws RefusedException for a scenario file that cannot be read
     */
    ScenarioRequest request(@Nullable String mechanism, @Nullable Long seed) {
        Path file = scenarioFile;
        Scenario base = file == null ? DEFAULT : read(file);
        Path fleetFile = fleetFile(file, base);
        String reference = base.fleetReference();
        if (fleetFile != null) {
            reference = reference(fleetFile);
        } else if (fleet != null) {
            reference = fleet;
        }
        Requirement requirement = or(required, base.requirement());
        Scenario scenario =
                new Scenario(
                        or(sample, base.sample()),
                        or(from, base.firstDay()),
                        or(days, base.days()),
                        reference,
                        new Requirement(
                                or(energyKw, requirement.energyKw()),
                                or(spinKw, requirement.spinKw()),
                                or(nonSpinKw, requirement.nonSpinKw())),
                        or(minStakeUsd, base.minStakeUsd()),
                        market.over(base.market()),
                        or(mechanism, base.mechanism()),
                        agents(base.agents()),
                        base.satisfaction(),
                        base.kappa(),
                        or(seed, base.seed()),
                        base.branches());
        return new ScenarioRequest(
                scenario, fleetFile, prices, or(pricesKind, SeriesKind.SYNTHETIC), file);
    }

    private AgentSettings agents(AgentSettings base) {
        return new AgentSettings(
                or(rounds, base.rounds()),
                base.aggregatorOpeningShare(),
                or(aggregatorFinalShare, base.aggregatorFinalShare()),
                base.aggregatorConcessionExponent(),
                or(postedPriceShare, base.postedPriceShare()),
                base.gate());
    }

    private static Scenario read(Path file) {
        Reading<Scenario> reading = ScenarioJson.read(file);
        Scenario scenario = reading.value();
        if (scenario == null) {
            throw new RefusedException(reading.findings());
        }
        return scenario;
    }

    private @Nullable Path fleetFile(@Nullable Path scenario, Scenario base) {
        String chosen = fleet;
        List<String> samples = SampleLibrary.fleetIds();
        if (chosen == null) {
            if (!samples.contains(base.fleetReference())) {
                throw new RefusedException(List.of(Finding.error(
                        scenario + ", scenario.fleetReference", "\"" + base.fleetReference() + "\"",
                        "this fleet is a file of its own; name it with --fleet",
                        String.join(", ", samples) + ", or --fleet FILE")));
            }
            return null;
        }
        try {
            return samples.contains(chosen) ? null : Path.of(chosen);
        } catch (InvalidPathException e) {
            throw RefusedException.because("--fleet " + chosen, "not the name of a file", "a fleet file");
        }
    }

    /** The name of the file without its folders, and never one that means a sample fleet. */
    private static String reference(Path file) {
        String name = String.valueOf(file.getFileName());
        return SampleLibrary.fleetIds().contains(name) ? "./" + name : name;
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return Objects.requireNonNullElse(given, otherwise);
    }
}
