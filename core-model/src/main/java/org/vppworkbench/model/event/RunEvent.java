package org.vppworkbench.model.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.physics.BindingConstraint;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.physics.WhatIfResult;

/** Something that happened in a run. The state of a run is the fold of these; none carries a wall clock. */
public sealed interface RunEvent {

    /** First event. */
    record RunStarted(
            String mechanism, String label, long seed, Instant start, int intervals, List<String> prosumers)
            implements RunEvent {
        public RunStarted {
            prosumers = List.copyOf(prosumers);
        }
    }

    /**
     * An opportunity below the minimum stake, skipped by all mechanisms and the optimum alike. The rule of the experiment
     * reads the realised price, so that the optimum is the same for every forecast; the event carries what was known.
     *
     * @param forecastStakeUsd gross stake at the forecast price [$]
     */
    record OpportunitySkipped(Opportunity opportunity, double forecastStakeUsd) implements RunEvent {}

    /**
     * Trading of an opportunity begins. {@code standings} is a measurement by the engine for the record and for the lost
     * zone-of-agreement metric; it is shown to the user and to no agent.
     */
    record OpportunityOpened(Opportunity opportunity, List<Standing> standings) implements RunEvent {
        public OpportunityOpened {
            standings = List.copyOf(standings);
        }
    }

    /**
     * What a home could truthfully offer when trading began.
     *
     * @param prosumer id of the home
     * @param kw quantity that maximises the joint gain at the published price [kW]; 0 where there is none
     * @param reservationPerMwh least price for that quantity [$/MWh]
     * @param binding what keeps the home from selling more
     */
    record Standing(String prosumer, double kw, double reservationPerMwh, BindingConstraint binding) {}

    /**
     * A message was sent.
     *
     * @param verdict what the gate said
     * @param whatIf the sender's own what-if behind it, or {@code null}
     */
    record MessageSent(NegotiationMessage message, GateVerdict verdict, @Nullable WhatIfResult whatIf)
            implements RunEvent {}

    /**
     * A decision that was a language model's or an external program's to make, counted once whoever made it in the end and
     * whether anything was said or not.
     *
     * @param agent id of the home, or {@code aggregator}
     * @param hour hour of the opportunity; of a decision for a day that of the first one
     * @param source who was asked
     */
    record AgentDecided(
            String agent, Product product, int hour, int round, MessageSource source, DecisionOutcome outcome)
            implements RunEvent {}

    /** Who made a decision in the end. */
    enum DecisionOutcome {
        /** The agent, at its first try. */
        OWN,
        /** The agent, asked once more. */
        REPAIRED,
        /** The rules, for at least one of those it was about. */
        FALLBACK,
        /** Nobody, for at least one of those it was about: no rule stands in for the agent. */
        NONE;

        /** Whether it was the agent's own to the end. */
        public boolean byAgent() {
            return this == OWN || this == REPAIRED;
        }
    }

    /**
     * The coalition was chosen.
     *
     * @param expectedProfitUsd at the forecast price
     * @param marginalValuePerMwh shadow price of D_h
     * @param gapUsd by how much the best coalition of the same proposals may be worth more, certified; {@code null} where this
     *     one is proven best [$]
     */
    record CoalitionFormed(
            Opportunity opportunity,
            List<Member> members,
            double expectedProfitUsd,
            double marginalValuePerMwh,
            @Nullable Double gapUsd)
            implements RunEvent {
        public CoalitionFormed {
            members = List.copyOf(members);
        }

        /** A coalition that is proven best. */
        public CoalitionFormed(
                Opportunity opportunity, List<Member> members, double expectedProfitUsd, double marginalValuePerMwh) {
            this(opportunity, members, expectedProfitUsd, marginalValuePerMwh, null);
        }
    }

    /** A home's accepted quantity and price. */
    record Member(String prosumer, double kw, double pricePerMwh) {}

    /** The market answered the fleet offer; contracts are in force where it cleared. */
    record OfferSettled(ClearedOffer offer) implements RunEvent {}

    /**
     * Trading of an opportunity ended.
     *
     * @param rounds rounds used
     * @param reason plain words
     */
    record OpportunityClosed(Opportunity opportunity, Outcome outcome, int rounds, String reason) implements RunEvent {}

    /** How trading ended. */
    enum Outcome {
        TRADED,
        NO_PROPOSAL,
        NO_AGREEMENT,
        NOT_CLEARED
    }

    /**
     * The homes agreed on prices for the whole run before they trade it hour by hour.
     *
     * @param rounds rounds of prices and answers with schedules that may differ from interval to interval
     * @param welfareUsd W of these schedules, at the prices expected [$]
     * @param upperBoundUsd the most any schedules could be worth at these expectations, by the answers of the homes [$]
     * @param aloneUsd the most the homes could make without a market, the same way [$]
     * @param hourlyRounds rounds after them, with quantities that are constant over the hour
     * @param hourlyWelfareUsd W of the quantities promised, constant over the hour and with one direction per device and
     *     interval [$]
     * @param hourlyUpperBoundUsd the most any quantities constant over the hour could be worth, the same way [$]
     */
    record PricesCoordinated(
            int rounds, double welfareUsd, double upperBoundUsd, double aloneUsd,
            int hourlyRounds, double hourlyWelfareUsd, double hourlyUpperBoundUsd)
            implements RunEvent {}

    /**
     * A branch begins here: from now on an owner does something else than in the run before.
     *
     * @param words what, in plain words
     */
    record OwnerChanged(String prosumer, String words) implements RunEvent {}

    /** What every home did in an interval, in fleet order. */
    record IntervalDispatched(int interval, List<HomeInterval> homes) implements RunEvent {
        public IntervalDispatched {
            homes = List.copyOf(homes);
        }
    }

    /** Last event of a complete run. */
    record RunFinished(int intervals, int contracts) implements RunEvent {}

    /** Last event of a run the user stopped. */
    record RunCancelled(int interval) implements RunEvent {}

    /** Product of a negotiation event, or {@code null} for the others. */
    static @Nullable Product productOf(RunEvent event) {
        return switch (event) {
            case OpportunitySkipped e -> e.opportunity().product();
            case OpportunityOpened e -> e.opportunity().product();
            case MessageSent e -> e.message().envelope().product();
            case AgentDecided e -> e.product();
            case CoalitionFormed e -> e.opportunity().product();
            case OfferSettled e -> e.offer().opportunity().product();
            case OpportunityClosed e -> e.opportunity().product();
            case RunStarted e -> null;
            case OwnerChanged e -> null;
            case PricesCoordinated e -> null;
            case IntervalDispatched e -> null;
            case RunFinished e -> null;
            case RunCancelled e -> null;
        };
    }
}
