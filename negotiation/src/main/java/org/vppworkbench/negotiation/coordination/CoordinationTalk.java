package org.vppworkbench.negotiation.coordination;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.CallForProposals;
import org.vppworkbench.model.message.NegotiationMessage.Proposal;
import org.vppworkbench.model.message.NegotiationMessage.Refusal;
import org.vppworkbench.model.message.NegotiationMessage.RefusalReason;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.physics.BindingConstraint;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.simulation.TradingSession;
import org.vppworkbench.negotiation.agent.Willingness;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.engine.Transcript;
import org.vppworkbench.negotiation.gate.MessageGate;
import org.vppworkbench.negotiation.gate.Submission;
import org.vppworkbench.negotiation.protocol.Conversation;
import org.vppworkbench.negotiation.protocol.Letterhead;

/**
 * Puts on record what was said about one hour while prices were sought: every price that differs from the one before it, and
 * every answer that does. Who says nothing in a round said it before. Every answer passes the gate as what it was when it was
 * given: no offer, but not more than the home could ever sell.
 */
final class CoordinationTalk {
    /** Prices closer than this are the same [$/MWh]. */
    private static final double SAME_PRICE = 0.005;

    /** Quantities closer than this are the same [kW]. */
    private static final double SAME_KW = 0.05;

    /** What a home sells in the end is judged when it offers it, by the gate of the run. */
    private static final MessageGate GATE = new MessageGate(AgentSettings.Gate.GATE_PHYSICS);

    private final HourlyPlan plan;
    private final MarketRules rules;
    private final Wording wording;

    CoordinationTalk(HourlyPlan plan, MarketRules rules, Wording wording) {
        this.plan = plan;
        this.rules = rules;
        this.wording = wording;
    }

    /** Returns the id of the last call, empty where nothing was said. */
    String record(TradingSession session, Transcript transcript) {
        Opportunity opportunity = session.opportunity();
        List<ProsumerDesk> desks = session.desks();
        double[] said = new double[desks.size()];
        Double announced = null;
        String call = "";
        for (int k = 0; k < plan.rounds().size(); k++) {
            CoordinatedPlan.Round round = plan.rounds().get(k);
            double price = round.pricePerMwh().at(opportunity.product(), opportunity.hour());
            if (announced == null || Math.abs(price - announced) > SAME_PRICE) {
                call = call(transcript, opportunity, k, price, announced);
                announced = price;
            }
            for (int i = 0; i < said.length; i++) {
                double kw = round.kw().get(i).at(opportunity.product(), opportunity.hour());
                if (k == 0 || Math.abs(kw - said[i]) > SAME_KW) {
                    answer(transcript, k + 1, opportunity, new Said(desks.get(i), call, announced, kw, most(i, opportunity)));
                    said[i] = kw;
                }
            }
        }
        return call;
    }

    private record Said(ProsumerDesk desk, String call, double price, double kw, double mostKw) {}

    private double most(int home, Opportunity opportunity) {
        return plan.free().possible().mostKw(home, opportunity.product(), opportunity.hour());
    }

    private String call(
            Transcript transcript, Opportunity opportunity, int round, double price, @Nullable Double before) {
        Product product = opportunity.product();
        Letterhead head = transcript.letterhead(round, Envelope.AGGREGATOR);
        String now = "For " + Wording.product(product) + " at " + wording.at(opportunity) + " I now tell you ";
        String why = before == null
                ? "What would you sell over the whole run? " + now + Wording.price(price) + ", the price I expect."
                : now + Wording.price(price) + " instead of " + Wording.price(before) + ": together you offer "
                        + (price < before ? "more" : "less") + " than before of the " + Wording.kw(opportunity.requiredKw())
                        + " that are wanted.";
        Envelope envelope = head.envelope(Envelope.ALL, null, round + 1, why);
        transcript.sent(new CallForProposals(envelope, opportunity.requiredKw(), price, plan.rounds().size()), null);
        return envelope.id();
    }

    private void answer(Transcript transcript, int round, Opportunity opportunity, Said said) {
        Letterhead head = transcript.letterhead(round, said.desk().prosumer());
        NegotiationMessage message = message(head, round, said);
        GateVerdict verdict = GATE.judge(new Submission(
                message, MessageSource.RULE, rules, head, new Conversation(said.desk().prosumer()),
                new EarlierDesk(said.desk(), said.mostKw() + Possible.TOLERANCE_KW), round, opportunity.requiredKw(), false));
        if (verdict.passed()) {
            transcript.sent(message, null);
        } else {
            transcript.refused(round, said.desk().prosumer(), Envelope.AGGREGATOR, MessageSource.RULE, verdict);
        }
    }

    private NegotiationMessage message(Letterhead head, int round, Said said) {
        if (said.kw() >= Willingness.LEAST_KW || said.kw() < -Possible.TOLERANCE_KW) {
            String why = "At this price, and those of all other hours, I would sell " + Wording.kw(said.kw())
                    + " on average over the hour.";
            Product product = head.opportunity().product();
            // a price that is announced may be one that no bid can name
            double price = Math.clamp(said.price(), rules.floorPerMwh(product), rules.capPerMwh(product));
            return new Proposal(
                    head.envelope(Envelope.AGGREGATOR, said.call(), round, why), new Terms(said.kw(), 0, price));
        }
        return new Refusal(
                head.envelope(Envelope.AGGREGATOR, said.call(), round, "At this price I would sell nothing in this hour."),
                RefusalReason.NOT_WORTHWHILE,
                BindingConstraint.NONE);
    }
}
