package org.vppworkbench.negotiation.single;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.Acceptance;
import org.vppworkbench.model.message.NegotiationMessage.CounterOffer;
import org.vppworkbench.model.message.NegotiationMessage.Proposal;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.negotiation.agent.language.Outcome;
import org.vppworkbench.negotiation.agent.language.PerHome;
import org.vppworkbench.negotiation.engine.Participant;
import org.vppworkbench.negotiation.engine.Transcript;
import org.vppworkbench.negotiation.gate.MessageGate;
import org.vppworkbench.negotiation.gate.Submission;
import org.vppworkbench.negotiation.persona.Figures;
import org.vppworkbench.negotiation.protocol.Conversation;
import org.vppworkbench.negotiation.protocol.Letterhead;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.Stage;

/**
 * Lets a contract of a single model pass where the aggregator could have bid it and the home could have taken it: both sides
 * of the same gate as in a negotiation. Then both messages go on record; else one refusal does.
 */
final class ContractGate {
    private static final int ROUND = 1;

    /** Tolerance on prices, as at the gate [$/MWh]. */
    private static final double PRICE = 1e-6;

    private final MessageGate gate;
    private final MarketRules rules;
    private final Transcript transcript;
    private final Figures figures;
    private final Opportunity opportunity;
    private final Set<String> refusedBefore = new HashSet<>();

    ContractGate(
            MessageGate gate, MarketRules rules, Transcript transcript, Figures figures, Opportunity opportunity) {
        this.gate = gate;
        this.rules = rules;
        this.transcript = transcript;
        this.figures = figures;
        this.opportunity = opportunity;
    }

    /** Settles what passes; returns what was refused, by home in fleet order. */
    Map<String, GateVerdict> settle(Outcome.Decided<PerHome<Wanted>> decided, List<Participant> homes) {
        PerHome<Wanted> decision = decided.decision();
        decision.strays().forEach(stray -> refuse(Envelope.ALL, stray));
        Map<String, GateVerdict> refused = new LinkedHashMap<>();
        for (Participant home : homes) {
            Wanted wanted = decision.items().get(home.id());
            GateVerdict fault = decision.failures().get(home.id());
            if (wanted != null && fault == null) {
                fault = settle(home, wanted, decision.why(), decided.rawHash(), leftKw(homes));
            }
            if (fault != null) {
                refuse(home.id(), fault);
                refused.put(home.id(), fault);
            }
        }
        refusedBefore.addAll(refused.keySet());
        return refused;
    }

    /** Whether a contract with this home was refused and none was settled since. */
    boolean refusedBefore(String home) {
        return refusedBefore.contains(home);
    }

    /** Required quantity that is not agreed yet [kW]. */
    double leftKw(List<Participant> homes) {
        double left = opportunity.requiredKw();
        for (Participant home : homes) {
            Offer agreed = home.conversation().agreed();
            left -= home.conversation().stage() == Stage.AGREED && agreed != null ? agreed.terms().kw() : 0;
        }
        return Math.max(left, 0);
    }

    private @Nullable GateVerdict settle(
            Participant home, Wanted wanted, String why, String hash, double left) {
        Offer ask = home.conversation().ask();
        if (ask == null) {
            return new GateVerdict(false, "performative", "the home sells nothing");
        }
        Terms terms = ask.terms().part(wanted.kw(), figures.unscaled(wanted.shownPerMwh()));
        Letterhead bidder = transcript.letterhead(ROUND, Envelope.AGGREGATOR);
        CounterOffer bid = new CounterOffer(
                bidder.envelope(home.id(), ask.messageId(), ROUND, why, MessageSource.LLM, hash), terms);
        GateVerdict verdict = gate.judge(submission(bid, home, bidder, home.conversation(), left, false));
        if (!verdict.passed()) {
            return verdict;
        }
        Letterhead taker = transcript.letterhead(ROUND, home.id());
        Acceptance yes = new Acceptance(
                taker.envelope(Envelope.AGGREGATOR, bid.envelope().id(), ROUND, why, MessageSource.LLM, hash), terms);
        Conversation countered = new Conversation(home.id());
        countered.apply(new Proposal(proposal(taker, ask), ask.terms()));
        countered.apply(bid);
        verdict = gate.judge(submission(yes, home, taker, countered, left, true));
        if (!verdict.passed()) {
            return verdict;
        }
        double least = CostTable.least(home.desk(), home.desk().about(terms.kw()));
        if (home.desk().instruction().askShare() > 1 && terms.pricePerMwh() < least - PRICE) {
            return new GateVerdict(false, "owner", "price = " + terms.pricePerMwh() + " $/MWh is below what the owner asks, " + least);
        }
        transcript.sent(bid, null);
        home.conversation().apply(bid);
        transcript.sent(yes, home.desk().about(terms.kw()));
        home.conversation().apply(yes);
        refusedBefore.remove(home.id());
        return null;
    }

    private static Envelope proposal(Letterhead head, Offer ask) {
        Envelope said = head.envelope(Envelope.AGGREGATOR, null, ROUND, "");
        return new Envelope(
                ask.messageId(), null, ROUND, said.sender(), said.receiver(), said.product(), said.hour(), ROUND,
                said.source(), "", null);
    }

    private Submission submission(
            NegotiationMessage message,
            Participant home,
            Letterhead head,
            Conversation conversation,
            double left,
            boolean lastWord) {
        return new Submission(
                message, MessageSource.LLM, rules, head, conversation, home.desk(), ROUND, left, lastWord);
    }

    private void refuse(String home, GateVerdict verdict) {
        transcript.refused(ROUND, Envelope.AGGREGATOR, home, MessageSource.LLM, verdict);
    }
}
