package org.vppworkbench.negotiation.single;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage.CallForProposals;
import org.vppworkbench.model.message.NegotiationMessage.Rejection;
import org.vppworkbench.model.message.NegotiationMessage.RejectionReason;
import org.vppworkbench.model.simulation.OpportunityTrader.Agreement;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.simulation.TraderBrief;
import org.vppworkbench.model.simulation.TradingSession;
import org.vppworkbench.negotiation.agent.AggregatorAgent;
import org.vppworkbench.negotiation.agent.AggregatorWords;
import org.vppworkbench.negotiation.agent.ProsumerWords;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.agent.language.DecisionLoop;
import org.vppworkbench.negotiation.agent.language.Move;
import org.vppworkbench.negotiation.agent.language.Outcome;
import org.vppworkbench.negotiation.agent.language.PerHome;
import org.vppworkbench.negotiation.agent.language.Talk;
import org.vppworkbench.negotiation.engine.Coalition;
import org.vppworkbench.negotiation.engine.Hearing;
import org.vppworkbench.negotiation.engine.Participant;
import org.vppworkbench.negotiation.engine.Transcript;
import org.vppworkbench.negotiation.gate.MessageGate;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.persona.AggregatorPrompts;
import org.vppworkbench.negotiation.persona.Figures;
import org.vppworkbench.negotiation.protocol.AgentFailure;
import org.vppworkbench.negotiation.protocol.BudgetSpentException;
import org.vppworkbench.negotiation.protocol.Conversation;
import org.vppworkbench.negotiation.protocol.Letterhead;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;
import org.vppworkbench.negotiation.protocol.Stage;

/**
 * One opportunity: call, the homes lay their cost open, one question to the model, its contracts through the gate as
 * counter-offer and acceptance, one question more about all that was refused, awards. A home refused twice sells nothing.
 */
final class SingleModelSession {
    private static final int ROUND = 1;

    /** Name of the check that a failed model fails. */
    private static final String CHECK = "model";

    private final TradingSession session;
    private final TraderBrief brief;
    private final Opportunity opportunity;
    private final DecisionLoop loop;
    private final AggregatorPrompts prompts;
    private final SingleBriefing briefing;
    private final int mostShown;
    private final Transcript transcript;
    private final Hearing hearing;
    private final Coalition coalition;
    private final Wording wording;
    private final ContractGate gate;
    private final List<Participant> homes = new ArrayList<>();
    private final Map<String, CostTable> tables = new LinkedHashMap<>();

    SingleModelSession(
            TradingSession session,
            TraderBrief brief,
            CoalitionSolver solver,
            Wording wording,
            DecisionLoop loop,
            Figures figures,
            AggregatorPrompts prompts,
            SingleBriefing briefing,
            int mostShown) {
        this.session = session;
        this.brief = brief;
        this.opportunity = session.opportunity();
        this.loop = loop;
        this.prompts = prompts;
        this.briefing = briefing;
        this.mostShown = mostShown;
        this.wording = wording;
        this.transcript = new Transcript(session);
        MessageGate checks = new MessageGate(brief.agents().gate());
        this.gate = new ContractGate(checks, brief.rules(), transcript, figures, opportunity);
        ProsumerPolicy home = new TruthfulHome(new ProsumerWords(wording));
        this.hearing = new Hearing(checks, transcript, home, new AggregatorAgent(solver, wording));
        this.coalition = new Coalition(session, solver, transcript, new AggregatorWords(wording), brief.rules());
        for (ProsumerDesk desk : session.desks()) {
            homes.add(new Participant(desk, home, new Conversation(desk.prosumer())));
        }
    }

    Agreement run() {
        String callId = announce();
        for (Participant home : homes) {
            hearing.home(home, turn(home, callId));
            if (home.conversation().stage() == Stage.ASKED) {
                CostTable table = CostTable.of(home.desk(), topPrice(), opportunity.requiredKw());
                if (!table.points().isEmpty()) {
                    tables.put(home.id(), table);
                }
            }
        }
        if (tables.isEmpty()) {
            return none(RunEvent.Outcome.NO_PROPOSAL, "no home wants to sell at this price");
        }
        boolean spent = contractWithinBudget();
        List<Contract> contracts = award(spent);
        if (contracts.isEmpty()) {
            return none(
                    RunEvent.Outcome.NO_AGREEMENT,
                    spent ? BudgetSpentException.REASON : "the model made no contract that passed the gate");
        }
        double price = contracts.stream().mapToDouble(Contract::pricePerMwh).max().orElseThrow();
        double kw = contracts.stream().mapToDouble(Contract::kw).sum();
        String what = (contracts.size() == 1 ? "1 home sells " : contracts.size() + " homes sell ") + Wording.kw(kw)
                + " of " + Wording.kw(opportunity.requiredKw()) + " as one model decided"
                + (spent ? "; then " + BudgetSpentException.REASON : "");
        return new Agreement(contracts, price, RunEvent.Outcome.TRADED, ROUND, what);
    }

    private String announce() {
        Letterhead head = transcript.letterhead(0, Envelope.AGGREGATOR);
        String why = new AggregatorWords(wording).call(opportunity, ROUND)
                + " Lay your cost open; one model decides for everybody.";
        CallForProposals call = new CallForProposals(
                head.envelope(Envelope.ALL, null, ROUND, why), opportunity.requiredKw(), opportunity.forecastPrice(), ROUND);
        transcript.sent(call, null);
        return call.envelope().id();
    }

    private ProsumerTurn turn(Participant home, String callId) {
        return new ProsumerTurn(
                home.desk(), opportunity, brief.rules(), transcript.letterhead(ROUND, home.id()), ROUND,
                Stage.CALLED, callId, null, null, false);
    }

    /** Whether the budget was spent before all that was to be asked was answered. */
    private boolean contractWithinBudget() {
        try {
            transcript.decided(ROUND, Envelope.AGGREGATOR, MessageSource.LLM, contract());
            return false;
        } catch (BudgetSpentException spent) {
            transcript.refused(ROUND, Envelope.AGGREGATOR, Envelope.ALL, MessageSource.LLM, spent.verdict());
            return true;
        } catch (RuntimeException failure) {
            GateVerdict verdict = new GateVerdict(
                    false, AgentFailure.CHECK, AgentFailure.words(failure) + "; nothing more is sold");
            transcript.refused(ROUND, Envelope.AGGREGATOR, Envelope.ALL, MessageSource.LLM, verdict);
            transcript.decided(ROUND, Envelope.AGGREGATOR, MessageSource.LLM, RunEvent.DecisionOutcome.NONE);
            return false;
        }
    }

    /** Asks the model, and once more about what was refused. What is refused again nobody decides. */
    private RunEvent.DecisionOutcome contract() {
        List<CostTable> shown = briefing.shown(List.copyOf(tables.values()), opportunity, mostShown);
        Talk talk = new Talk(
                origin(0), prompts.about(briefing.task(opportunity, topPrice(), opportunity.requiredKw(), shown)));
        Outcome<PerHome<Wanted>> outcome = ask(talk, shown);
        if (outcome instanceof Outcome.Failed<PerHome<Wanted>> failed) {
            refuse(failed);
            if (failed.repairable()) {
                outcome = ask(failed.talk().again(prompts.repair(CHECK, failed.words())), shown);
                if (outcome instanceof Outcome.Failed<PerHome<Wanted>> again) {
                    refuse(again);
                }
            }
            return repaired(outcome);
        }
        Outcome.Decided<PerHome<Wanted>> decided = (Outcome.Decided<PerHome<Wanted>>) outcome;
        Map<String, GateVerdict> refused = gate.settle(decided, homes);
        if (refused.isEmpty()) {
            return RunEvent.DecisionOutcome.OWN;
        }
        List<CostTable> once = shown.stream().filter(t -> refused.containsKey(t.desk().prosumer())).toList();
        Map<String, Double> wanted = new LinkedHashMap<>();
        decided.decision().items().forEach((home, contract) -> wanted.put(home, contract.kw()));
        String task = briefing.repair(opportunity, topPrice(), gate.leftKw(homes), once, refused, wanted);
        Outcome<PerHome<Wanted>> second = ask(new Talk(origin(1), prompts.about(task)), once);
        if (second instanceof Outcome.Failed<PerHome<Wanted>> failed) {
            refuse(failed);
        }
        return repaired(second);
    }

    private RunEvent.DecisionOutcome repaired(Outcome<PerHome<Wanted>> outcome) {
        boolean whole = outcome instanceof Outcome.Decided<PerHome<Wanted>> decided && gate.settle(decided, homes).isEmpty();
        return whole ? RunEvent.DecisionOutcome.REPAIRED : RunEvent.DecisionOutcome.NONE;
    }

    private Outcome<PerHome<Wanted>> ask(Talk talk, List<CostTable> shown) {
        List<String> ids = shown.stream().map(table -> table.desk().prosumer()).toList();
        Outcome<PerHome<Wanted>> outcome = loop.decide(
                talk,
                prompts.schema(),
                reply -> new Move.Decided<>(Wanted.read(reply, ids, briefing::recorded)),
                session.cancel());
        if (outcome instanceof Outcome.Spent<PerHome<Wanted>> spent) {
            throw new BudgetSpentException(Envelope.AGGREGATOR, spent.words());
        }
        return outcome;
    }

    private void refuse(Outcome.Failed<PerHome<Wanted>> failed) {
        GateVerdict verdict = new GateVerdict(
                false, CHECK, "the model gave no usable answer (" + failed.words() + "); nothing is sold unless it is asked once more");
        transcript.refused(ROUND, Envelope.AGGREGATOR, Envelope.ALL, MessageSource.LLM, verdict);
    }

    /** Turns down who got no contract, and awards the rest. */
    private List<Contract> award(boolean spent) {
        Letterhead head = transcript.letterhead(ROUND, Envelope.AGGREGATOR);
        for (Participant home : homes) {
            if (home.conversation().stage() == Stage.ASKED) {
                boolean refused = gate.refusedBefore(home.id());
                String why = spent
                        ? "I contract nothing more: " + BudgetSpentException.REASON + "."
                        : refused
                        ? "What the model wanted to contract with you was refused; you sell nothing."
                        : "The model made no contract with you.";
                Rejection rejection = new Rejection(
                        head.envelope(home.id(), null, ROUND, why),
                        spent ? RejectionReason.BUDGET : refused ? RejectionReason.DEADLINE : RejectionReason.NOT_NEEDED);
                transcript.sent(rejection, null);
                home.conversation().apply(rejection);
            }
        }
        return coalition.form(homes, ROUND);
    }

    private Origin origin(int attempt) {
        return new Origin(Envelope.AGGREGATOR, opportunity.id(), ROUND, 0, attempt, 0);
    }

    private double topPrice() {
        return Math.min(opportunity.forecastPrice(), brief.rules().capPerMwh(opportunity.product()));
    }

    static Agreement none(RunEvent.Outcome outcome, String reason) {
        return new Agreement(List.of(), 0, outcome, ROUND, reason);
    }
}
