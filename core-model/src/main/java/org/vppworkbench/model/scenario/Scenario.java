package org.vppworkbench.model.scenario;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.FleetParameters;

/**
 * Everything a user chose for a run ({@code vpp-scenario/1}); an edit makes a new value.
 *
 * @param sample id of a sample, or the name of a folder of series
 * @param firstDay first local day of the run
 * @param days number of days
 * @param fleetReference id of a sample fleet, the path of a fleet file as given, or the id of the generated fleet
 * @param generatedFleet what the fleet is generated from; {@code null} for one that is not generated
 * @param requirement what the aggregator wants
 * @param minStakeUsd opportunities with a smaller gross stake are skipped by all mechanisms and the optimum alike [$]
 * @param market timeline, rules, forecast and contingency calls
 * @param mechanism id such as {@code rule}
 * @param agents settings of the agents
 * @param language conditions of language models; {@code null} where none takes part
 * @param satisfaction weights and tolerances of the satisfaction score
 * @param kappa share of the contract price a home pays per undelivered kWh
 * @param seed master seed
 * @param messages what owners say during the run, see {@link #told()}; {@code null} where they say nothing
 * @param branches changes from an event on, in order; empty for a run of its own
 */
public record Scenario(
        String sample,
        LocalDate firstDay,
        int days,
        String fleetReference,
        @Nullable FleetParameters generatedFleet,
        Requirement requirement,
        double minStakeUsd,
        MarketSettings market,
        String mechanism,
        AgentSettings agents,
        @Nullable LanguageSettings language,
        SatisfactionSettings satisfaction,
        double kappa,
        long seed,
        @Nullable List<OwnerMessage> messages,
        List<Branch> branches) {
    public Scenario {
        messages = messages == null || messages.isEmpty() ? null : List.copyOf(messages);
        branches = List.copyOf(branches);
    }

    /** A scenario in the default market, with a fleet that is not generated and without language models. */
    public Scenario(
            String sample,
            LocalDate firstDay,
            int days,
            String fleetReference,
            Requirement requirement,
            double minStakeUsd,
            String mechanism,
            AgentSettings agents,
            SatisfactionSettings satisfaction,
            double kappa,
            long seed) {
        this(
                sample, firstDay, days, fleetReference, null, requirement, minStakeUsd, MarketSettings.DEFAULT, mechanism, agents,
                null, satisfaction, kappa, seed, null, List.of());
    }

    /** The same in another market. */
    public Scenario withMarket(MarketSettings other) {
        return new Scenario(
                sample, firstDay, days, fleetReference, generatedFleet, requirement, minStakeUsd, other, mechanism, agents,
                language, satisfaction, kappa, seed, messages, branches);
    }

    /**
     * The same by another mechanism.
     *
     * @param id of the mechanism
     * @param models conditions of language models, or {@code null} where none takes part
     */
    public Scenario withMechanism(String id, @Nullable LanguageSettings models) {
        return new Scenario(
                sample, firstDay, days, fleetReference, generatedFleet, requirement, minStakeUsd, market, id, agents,
                models, satisfaction, kappa, seed, messages, branches);
    }

    /** What owners say during the run, as listed. */
    public List<OwnerMessage> told() {
        return messages == null ? List.of() : messages;
    }

    /** The same with other words of the owners. */
    public Scenario withMessages(List<OwnerMessage> others) {
        return new Scenario(
                sample, firstDay, days, fleetReference, generatedFleet, requirement, minStakeUsd, market, mechanism, agents,
                language, satisfaction, kappa, seed, others, branches);
    }

    /** The same with other settings of the agents. */
    public Scenario withAgents(AgentSettings others) {
        return new Scenario(
                sample, firstDay, days, fleetReference, generatedFleet, requirement, minStakeUsd, market, mechanism, others,
                language, satisfaction, kappa, seed, messages, branches);
    }

    /** The same with other branches. */
    public Scenario withBranches(List<Branch> others) {
        return new Scenario(
                sample, firstDay, days, fleetReference, generatedFleet, requirement, minStakeUsd, market, mechanism, agents,
                language, satisfaction, kappa, seed, messages, others);
    }

    /**
     * The same with another fleet.
     *
     * @param reference id or file
     * @param generated what it is generated from, or {@code null}
     */
    public Scenario withFleet(String reference, @Nullable FleetParameters generated) {
        return new Scenario(
                sample, firstDay, days, reference, generated, requirement, minStakeUsd, market, mechanism, agents,
                language, satisfaction, kappa, seed, messages, branches);
    }

    /** Id of a generated fleet, such as {@code generated-200-1}. */
    public static String referenceOf(FleetParameters parameters) {
        return "generated-" + parameters.homes() + "-" + parameters.seed();
    }

    /** Lead of the hourly timeline before the hour of delivery, in intervals (75 minutes). */
    public static final int LEAD_INTERVALS = 5;
}
