package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.DataFolder;
import org.vppworkbench.app.experiment.ScenarioRequest;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.ScenarioJson;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.KeyMask;
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
    @Option(names = "--scenario", paramLabel = "FILE",
            description = "start from the scenario.json of a bundle; the options given beside it win")
    @Nullable Path scenarioFile;

    @Mixin final DataOptions data = new DataOptions();

    @Mixin final FleetOptions fleets = new FleetOptions();

    @Option(names = "--prices", paramLabel = "FILE",
            description = "CSV with your own prices in place of the sample's")
    @Nullable Path prices;

    @Option(names = "--prices-kind", paramLabel = "KIND",
            description = "how you label these prices: ${COMPLETION-CANDIDATES} (default: SYNTHETIC)")
    @Nullable SeriesKind pricesKind;

    @Option(names = "--from", paramLabel = "DATE", description = "first local day (default: the first of the data)")
    @Nullable LocalDate from;

    @Option(names = "--days", paramLabel = "N", description = "number of days (default: 1)")
    @Nullable Integer days;

    @Option(names = "--required", paramLabel = "E,S,N", converter = RequiredOption.class,
            description = "all three required quantities at once, in kW: energy, spin, non-spin")
    @Nullable Requirement required;

    @Option(names = "--energy-kw", paramLabel = "KW",
            description = "energy bought per hour, at most (default: that of the sample, 25 kW for la-2023-08)")
    @Nullable Double energyKw;

    @Option(names = "--spin-kw", paramLabel = "KW",
            description = "spinning reserve bought per hour, at most (default: that of the sample, 15 kW for la-2023-08)")
    @Nullable Double spinKw;

    @Option(names = "--nonspin-kw", paramLabel = "KW",
            description = "non-spinning reserve bought per hour, at most (default: that of the sample, 15 kW for la-2023-08)")
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

    @Option(names = "--gate", paramLabel = "GATE", converter = LanguageWords.OfGate.class,
            description = "full: also no deal below the home's own cost or price floor; physics: physics and form only (default: full)")
    AgentSettings.@Nullable Gate gate;

    @Mixin final MarketOptions market = new MarketOptions();

    /** The options that were given, by name. */
    List<String> given() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("--scenario", scenarioFile);
        data.put(all);
        fleets.put(all);
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
        all.put("--gate", gate);
        market.put(all);
        return all.entrySet().stream().filter(e -> e.getValue() != null).map(Map.Entry::getKey).toList();
    }

    /**
     * What is to be run.
     *
     * @param mechanism id, or {@code null} where it was not given
     * @param seed master seed, or {@code null} where it was not given
     * @throws RefusedException for a scenario file, a folder of data or a file of fleet parameters that cannot be used
     */
    ScenarioRequest request(@Nullable String mechanism, @Nullable Long seed) {
        Path file = scenarioFile;
        Scenario read = file == null ? null : read(file);
        DataFolder folder = data.open(read, file);
        Scenario base = read == null ? defaults(folder) : read;
        FleetOptions.Choice fleet = fleets.choose(base, file);
        Requirement requirement = or(required, base.requirement());
        Scenario scenario =
                new Scenario(
                        folder == null ? or(data.sample, base.sample()) : folder.reference(),
                        or(from, base.firstDay()),
                        or(days, base.days()),
                        fleet.reference(),
                        fleet.generated(),
                        new Requirement(
                                or(energyKw, requirement.energyKw()),
                                or(spinKw, requirement.spinKw()),
                                or(nonSpinKw, requirement.nonSpinKw())),
                        or(minStakeUsd, base.minStakeUsd()),
                        market.over(base.market()),
                        or(mechanism, base.mechanism()),
                        agents(base.agents()),
                        base.language(),
                        base.satisfaction(),
                        base.kappa(),
                        or(seed, base.seed()),
                        base.messages(),
                        base.branches());
        return new ScenarioRequest(
                scenario, folder, fleet.file(), prices, or(pricesKind, SeriesKind.SYNTHETIC), file, KeyMask.BY_LOOKS);
    }

    /** One day of the rule mechanism: the first of the data, with the fleet and the requirement the data open with. */
    private Scenario defaults(@Nullable DataFolder folder) {
        String sample = or(data.sample, SampleLibrary.LOS_ANGELES_2023_08);
        return new Scenario(
                sample,
                folder == null ? RefusedException.unlessUsable(SampleLibrary.firstDay(sample)) : folder.data().horizon().firstDay(),
                1,
                folder == null ? RefusedException.unlessUsable(SampleLibrary.defaultFleetId(sample)) : SampleLibrary.LOS_ANGELES_20,
                folder == null ? SampleLibrary.defaultRequirement(sample) : Requirement.LOS_ANGELES_20,
                0.25,
                "rule",
                AgentSettings.DEFAULT,
                SatisfactionSettings.DEFAULT,
                1,
                1);
    }

    private AgentSettings agents(AgentSettings base) {
        return new AgentSettings(
                or(rounds, base.rounds()),
                base.aggregatorOpeningShare(),
                or(aggregatorFinalShare, base.aggregatorFinalShare()),
                base.aggregatorConcessionExponent(),
                or(postedPriceShare, base.postedPriceShare()),
                or(gate, base.gate()),
                base.external(),
                base.humans());
    }

    private static Scenario read(Path file) {
        return RefusedException.unlessUsable(ScenarioJson.read(file));
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return Objects.requireNonNullElse(given, otherwise);
    }
}
