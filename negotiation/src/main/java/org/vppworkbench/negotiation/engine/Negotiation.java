package org.vppworkbench.negotiation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage.CallForProposals;
import org.vppworkbench.model.message.NegotiationMessage.Rejection;
import org.vppworkbench.model.message.NegotiationMessage.RejectionReason;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.simulation.OpportunityTrader.Agreement;
import org.vppworkbench.model.simulation.TradingSession;
import org.vppworkbench.negotiation.agent.AggregatorWords;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.protocol.AggregatorPolicy;
import org.vppworkbench.negotiation.protocol.AggregatorTurn;
import org.vppworkbench.negotiation.protocol.BudgetSpentException;
import org.vppworkbench.negotiation.protocol.Conversation;
import org.vppworkbench.negotiation.protocol.Letterhead;
import org.vppworkbench.negotiation.protocol.Preparation;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;
import org.vppworkbench.negotiation.protocol.Stage;

/**
 * One negotiation: announce, propose, (counter, respond)*, coalition, award ({@code model.md} §7).
 * In every round first all homes speak, in fleet order and without hearing each other, then the
 * aggregator. It ends when the requirement is agreed, when nobody is left to talk to, or at the
 * deadline; when nothing moved for some rounds the last round is called at once. Where a model is to decide whose budget is
 * spent, it ends at once with what is agreed.
 */
final class Negotiation {
    /** Requirement left below which the target counts as met [kW]. */
    private static final double MET_KW = 0.01;

    /** Rounds without a message after which the last round is called. */
    private static final int QUIET_ROUNDS = 2;

    private final TradingSession session;
    private final MarketRules rules;
    private final AgentSettings settings;
    private final List<Participant> homes;
    private final AggregatorPolicy aggregator;
    private final Hearing hearing;
    private final Transcript transcript;
    private final Coalition coalition;
    private final AggregatorWords words;
    private final Preparation preparation;
    private final String callId;
    private int round = 1;

    Negotiation(
            TradingSession session,
            MarketRules rules,
            AgentSettings settings,
            List<Participant> homes,
            AggregatorPolicy aggregator,
            Hearing hearing,
            Transcript transcript,
            Coalition coalition,
            Preparation preparation,
            Wording wording) {
        this.session = session;
        this.rules = rules;
        this.settings = settings;
        this.homes = homes;
        this.aggregator = aggregator;
        this.hearing = hearing;
        this.transcript = transcript;
        this.coalition = coalition;
        this.preparation = preparation;
        this.words = new AggregatorWords(wording);
        this.callId = new Letterhead(session.opportunity(), 0, Envelope.AGGREGATOR, 0).id(Envelope.ALL);
    }

    Agreement run() {
        try {
            return asFarAsTheBudget();
        } catch (CancellationException stopped) {
            if (!session.cancel().cancelled()) {
                throw stopped;
            }
            return stopped();
        }
    }

    /** No rule decides for a model whose budget is spent: what is agreed stands, and the rest is closed. */
    private Agreement asFarAsTheBudget() {
        try {
            return rounds();
        } catch (BudgetSpentException spent) {
            String receiver = spent.agent().equals(Envelope.AGGREGATOR) ? Envelope.ALL : Envelope.AGGREGATOR;
            transcript.refused(round, spent.agent(), receiver, MessageSource.LLM, spent.verdict());
            homes.forEach(home -> home.conversation().standBy());
            turnDown(round, "I end the negotiation: " + BudgetSpentException.REASON + ".", RejectionReason.BUDGET);
            Agreement agreed = settle(round);
            return agreed.contracts().isEmpty()
                    ? none(RunEvent.Outcome.NO_AGREEMENT, round, BudgetSpentException.REASON)
                    : new Agreement(
                            agreed.contracts(), agreed.offerPricePerMwh(), agreed.outcome(), round,
                            agreed.reason() + "; then " + BudgetSpentException.REASON);
        }
    }

    private Agreement stopped() {
        return none(RunEvent.Outcome.NO_AGREEMENT, round, "stopped by the user");
    }

    private Agreement rounds() {
        announce();
        int deadline = settings.rounds();
        int quiet = 0;
        while (true) {
            if (session.cancel().cancelled()) {
                return stopped();
            }
            int said = homesSpeak(round, false);
            boolean closing = round >= deadline || leftKw() < MET_KW || !anyOpen();
            if (closing) {
                close(round);
                return settle(round);
            }
            said += aggregatorSpeaks(round, false);
            quiet = said == 0 ? quiet + 1 : 0;
            round = quiet >= QUIET_ROUNDS ? deadline : round + 1;
        }
    }

    private void announce() {
        Opportunity opportunity = session.opportunity();
        Letterhead head = transcript.letterhead(0, Envelope.AGGREGATOR);
        String why = words.call(opportunity, settings.rounds());
        transcript.sent(
                new CallForProposals(
                        head.envelope(Envelope.ALL, null, settings.rounds(), why),
                        opportunity.requiredKw(),
                        opportunity.forecastPrice(),
                        settings.rounds()),
                null);
    }

    /**
     * Lets every home speak whose turn it is; with the last word only those with a counter-offer to
     * answer.
     */
    private int homesSpeak(int round, boolean lastWord) {
        List<Speaker> speakers = new ArrayList<>();
        List<ProsumerTurn> handed = new ArrayList<>();
        for (Participant home : homes) {
            Conversation conversation = home.conversation();
            conversation.lapse(round);
            if (lastWord ? conversation.stage() == Stage.COUNTERED : conversation.stage().open()) {
                ProsumerTurn turn = turn(home, round, lastWord);
                speakers.add(new Speaker(home, turn));
                home.policy().handed(turn).ifPresent(handed::add);
            }
        }
        preparation.prepare(handed, session.cancel());
        int said = 0;
        for (Speaker speaker : speakers) {
            said += hearing.home(speaker.home(), speaker.turn()) ? 1 : 0;
        }
        return said;
    }

    private record Speaker(Participant home, ProsumerTurn turn) {}

    private ProsumerTurn turn(Participant home, int round, boolean lastWord) {
        Conversation conversation = home.conversation();
        return new ProsumerTurn(
                home.desk(),
                session.opportunity(),
                rules,
                transcript.letterhead(round, home.id()),
                settings.rounds(),
                conversation.stage(),
                callId,
                conversation.ask(),
                conversation.counter(),
                lastWord);
    }

    private int aggregatorSpeaks(int round, boolean closing) {
        AggregatorTurn turn =
                new AggregatorTurn(
                        session.opportunity(),
                        rules,
                        settings,
                        transcript.letterhead(round, Envelope.AGGREGATOR),
                        settings.rounds(),
                        homes.stream().map(home -> home.conversation().position()).toList(),
                        closing);
        return hearing.aggregator(aggregator, turn, homes, session.cancel());
    }

    /**
     * The last exchange: yes or no on both sides, repeated while a home's no leaves quantity for
     * others.
     */
    private void close(int round) {
        for (int pass = 0; pass <= homes.size() && anyOpen(); pass++) {
            aggregatorSpeaks(round, true);
            if (homesSpeak(round, true) == 0) {
                break;
            }
        }
        turnDown(round, "The last round has passed without agreement.", RejectionReason.DEADLINE);
    }

    /** Rejects every ask that stands. */
    private void turnDown(int round, String why, RejectionReason reason) {
        Letterhead head = transcript.letterhead(round, Envelope.AGGREGATOR);
        for (Participant home : homes) {
            if (home.conversation().stage() == Stage.ASKED) {
                Rejection rejection = new Rejection(head.envelope(home.id(), null, round, why), reason);
                transcript.sent(rejection, null);
                home.conversation().apply(rejection);
            }
        }
    }

    private Agreement settle(int round) {
        List<Contract> contracts = coalition.form(homes, round);
        aggregator.over(
                session.opportunity(),
                contracts.stream().map(c -> new RunEvent.Member(c.prosumer(), c.kw(), c.pricePerMwh())).toList());
        if (!contracts.isEmpty()) {
            double price = contracts.stream().mapToDouble(Contract::pricePerMwh).max().orElseThrow();
            double kw = contracts.stream().mapToDouble(Contract::kw).sum();
            String who = contracts.size() == 1 ? "1 home sells " : contracts.size() + " homes sell ";
            String what =
                    who + Wording.kw(kw) + " of " + Wording.kw(session.opportunity().requiredKw());
            return new Agreement(contracts, price, RunEvent.Outcome.TRADED, round, what);
        }
        boolean proposed = homes.stream().anyMatch(home -> home.conversation().ask() != null);
        return proposed
                ? none(RunEvent.Outcome.NO_AGREEMENT, round, "no ask met a bid before the deadline")
                : none(RunEvent.Outcome.NO_PROPOSAL, round, "no home wants to sell at this price");
    }

    private static Agreement none(RunEvent.Outcome outcome, int round, String reason) {
        return new Agreement(List.of(), 0, outcome, round, reason);
    }

    private boolean anyOpen() {
        return homes.stream().anyMatch(home -> home.conversation().stage().open());
    }

    private double leftKw() {
        double left = session.opportunity().requiredKw();
        for (Participant home : homes) {
            left -= Quantities.agreedKw(home.conversation());
        }
        return left;
    }
}
