package org.vppworkbench.app.ui.session;

import java.time.LocalDate;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.Scenario;

/** A scenario with one choice changed. */
public final class ScenarioEdits {
    private ScenarioEdits() {}

    /** A fleet of the user's, or one that was edited: not what a generator made. */
    public static Scenario fleetReference(Scenario s, String reference) {
        return s.withFleet(reference, null);
    }

    public static Scenario firstDay(Scenario s, LocalDate day) {
        return copy(s, day, s.days(), s.requirement(), s.minStakeUsd(), s.mechanism(), s.agents(), s.seed());
    }

    public static Scenario days(Scenario s, int days) {
        return copy(s, s.firstDay(), days, s.requirement(), s.minStakeUsd(), s.mechanism(), s.agents(), s.seed());
    }

    public static Scenario requirement(Scenario s, Requirement requirement) {
        return copy(s, s.firstDay(), s.days(), requirement, s.minStakeUsd(), s.mechanism(), s.agents(), s.seed());
    }

    public static Scenario minStakeUsd(Scenario s, double usd) {
        return copy(s, s.firstDay(), s.days(), s.requirement(), usd, s.mechanism(), s.agents(), s.seed());
    }

    public static Scenario mechanism(Scenario s, String mechanism) {
        return s.withMechanism(mechanism, s.language());
    }

    public static Scenario agents(Scenario s, AgentSettings agents) {
        return copy(s, s.firstDay(), s.days(), s.requirement(), s.minStakeUsd(), s.mechanism(), agents, s.seed());
    }

    public static Scenario market(Scenario s, MarketSettings market) {
        return s.withMarket(market);
    }

    /** Another data set, with days of it and a fleet. */
    public static Scenario sample(
            Scenario s, String sample, LocalDate firstDay, int days, String fleet, Requirement requirement, MarketSettings market) {
        return new Scenario(
                sample, firstDay, days, fleet, null, requirement, s.minStakeUsd(), market, s.mechanism(), s.agents(),
                s.language(), s.satisfaction(), s.kappa(), s.seed(), s.messages(), s.branches());
    }

    public static Scenario seed(Scenario s, long seed) {
        return copy(s, s.firstDay(), s.days(), s.requirement(), s.minStakeUsd(), s.mechanism(), s.agents(), seed);
    }

    private static Scenario copy(
            Scenario s,
            LocalDate firstDay,
            int days,
            Requirement requirement,
            double minStakeUsd,
            String mechanism,
            AgentSettings agents,
            long seed) {
        return new Scenario(
                s.sample(),
                firstDay,
                days,
                s.fleetReference(),
                s.generatedFleet(),
                requirement,
                minStakeUsd,
                s.market(),
                mechanism,
                agents,
                s.language(),
                s.satisfaction(),
                s.kappa(),
                seed,
                s.messages(),
                s.branches());
    }
}
