package org.vppworkbench.model.scenario;

import java.time.LocalDate;
import java.util.List;

/**
 * Everything a user chose for a run ({@code vpp-scenario/1}); an edit makes a new value.
 *
 * @param sample id of the data set
 * @param firstDay first local day of the run
 * @param days number of days
 * @param fleetReference id of a sample fleet, or the path of a fleet file as given
 * @param requirement what the aggregator wants
 * @param minStakeUsd opportunities with a smaller gross stake are skipped by all mechanisms and the optimum alike [$]
 * @param market timeline, rules, forecast and contingency calls
 * @param mechanism id such as {@code rule}
 * @param agents settings of the agents
 * @param satisfaction weights and tolerances of the satisfaction score
 * @param kappa share of the contract price a home pays per undelivered kWh
 * @param seed master seed
 * @param branches changes from an event on, in order; empty for a run of its own
 */
public record Scenario(
        String sample,
        LocalDate firstDay,
        int days,
        String fleetReference,
        Requirement requirement,
        double minStakeUsd,
        MarketSettings market,
        String mechanism,
        AgentSettings agents,
        SatisfactionSettings satisfaction,
        double kappa,
        long seed,
        List<Branch> branches) {
    public Scenario {
        branches = List.copyOf(branches);
    }

    /** A scenario in the default market. */
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
                sample, firstDay, days, fleetReference, requirement, minStakeUsd, MarketSettings.DEFAULT, mechanism, agents,
                satisfaction, kappa, seed, List.of());
    }

    /** The same in another market. */
    public Scenario withMarket(MarketSettings other) {
        return new Scenario(
                sample, firstDay, days, fleetReference, requirement, minStakeUsd, other, mechanism, agents, satisfaction,
                kappa, seed, branches);
    }

    /** The same with other branches. */
    public Scenario withBranches(List<Branch> others) {
        return new Scenario(
                sample, firstDay, days, fleetReference, requirement, minStakeUsd, market, mechanism, agents, satisfaction,
                kappa, seed, others);
    }

    /** Lead of the hourly timeline before the hour of delivery, in intervals (75 minutes). */
    public static final int LEAD_INTERVALS = 5;
}
