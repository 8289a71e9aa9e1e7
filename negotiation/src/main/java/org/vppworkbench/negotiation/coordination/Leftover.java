package org.vppworkbench.negotiation.coordination;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.CallForProposals;
import org.vppworkbench.model.message.NegotiationMessage.Proposal;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.simulation.TradingSession;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.agent.Willingness;
import org.vppworkbench.negotiation.agent.Willingness.Willing;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.engine.Transcript;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;

/**
 * What constant contracts leave of D is offered once more, the cheapest home first: a schedule may do within an hour what a
 * contract cannot. A home keeps its energy for a later hour in which it is to sell at a better price.
 */
final class Leftover {
    /** More than the home can deliver by this counts as more [kW], as at the gate. */
    private static final double UNDELIVERABLE_KW = 1e-6;

    private final HourlyPlan plan;
    private final Horizon horizon;
    private final Wording wording;

    Leftover(HourlyPlan plan, Wording wording) {
        this.plan = plan;
        this.horizon = wording.horizon();
        this.wording = wording;
    }

    /** More than a home has offered, and what it asks for all of it. */
    private record More(int home, ProsumerDesk desk, double hadKw, Terms terms) {}

    /**
     * Enlarges the offers.
     *
     * @param offers by index of the home; changed here
     */
    void offerAgain(
            TradingSession session, Transcript transcript, OfferTalk talk, Map<Integer, HomeOffer> offers, int round) {
        Opportunity opportunity = session.opportunity();
        double top = talk.topPerMwh();
        double left = opportunity.requiredKw()
                - offers.values().stream().mapToDouble(o -> o.terms().kw()).sum();
        List<More> willing = new ArrayList<>();
        for (int i = 0; left >= Willingness.LEAST_KW && i < session.desks().size(); i++) {
            ProsumerDesk desk = session.desks().get(i);
            HomeOffer had = offers.get(i);
            double hadKw = had == null ? 0 : had.terms().kw();
            if (had == null && !hasContractsLeft(i, desk, opportunity)) {
                continue;
            }
            if (keepsFor(i, opportunity) <= opportunity.forecastPrice()
                    && Willingness.at(desk, top, hadKw + left) instanceof Willing yes
                    && yes.whatIf().deliverableKw() >= hadKw + Willingness.LEAST_KW) {
                willing.add(new More(i, desk, hadKw, terms(desk, opportunity, yes.whatIf().deliverableKw(), top)));
            }
        }
        if (willing.isEmpty()) {
            return;
        }
        String why = "Contracts that are constant over the hour leave " + Wording.kw(left) + " of "
                + Wording.product(opportunity.product()) + " at " + wording.at(opportunity) + ". Who can sell more?";
        Envelope call = transcript.letterhead(round, Envelope.AGGREGATOR).envelope(Envelope.ALL, null, round, why);
        transcript.sent(new CallForProposals(call, left, opportunity.forecastPrice(), round), null);
        willing.sort(Comparator.comparingDouble(more -> more.terms().pricePerMwh()));
        for (More more : willing) {
            double open = left;
            Optional<HomeOffer> heard = talk.calledAgain(
                    more.desk(), offers.get(more.home()), call.id(), round, turn -> reply(turn, more, open));
            if (heard.isPresent()) {
                left -= heard.get().terms().kw() - more.hadKw();
                offers.put(more.home(), heard.get());
            } else {
                left += more.hadKw();
                offers.remove(more.home());
            }
        }
    }

    /** What a home offers of what is left; nothing where that is not worth a contract. */
    private Optional<NegotiationMessage> reply(ProsumerTurn turn, More more, double leftKw) {
        double kw = Math.min(more.terms().kw(), Math.floor((more.hadKw() + leftKw) * 1000) / 1000);
        if (kw < more.hadKw() + Willingness.LEAST_KW
                || kw > more.desk().about(kw).deliverableKw() + UNDELIVERABLE_KW) {
            return Optional.empty();
        }
        Terms terms = terms(more.desk(), turn.opportunity(), kw, turn.topPrice());
        if (terms.pricePerMwh() > turn.topPrice()) {
            return Optional.empty();
        }
        String words = "Instead of " + Wording.kw(more.hadKw()) + " I can sell " + Wording.terms(terms) + ".";
        Envelope envelope = turn.letterhead().envelope(Envelope.AGGREGATOR, turn.callId(), turn.deadlineRound(), words);
        return Optional.of(new Proposal(envelope, terms));
    }

    /** Whether the owner allows a contract that was not promised besides those that still are. */
    private boolean hasContractsLeft(int home, ProsumerDesk desk, Opportunity opportunity) {
        Integer most = desk.behaviour().maxEventsPerDay();
        if (most == null) {
            return true;
        }
        int day = horizon.dayOf(Horizon.firstInterval(opportunity.hour()));
        int end = Horizon.hourOf(horizon.dayStart(day + 1));
        int promised = 0;
        for (int hour = opportunity.hour(); hour < end; hour++) {
            for (Product product : Product.values()) {
                boolean later = hour > opportunity.hour() || product != opportunity.product();
                boolean whole = plan.kw().get(home).hourMean(product, hour) >= Willingness.LEAST_KW;
                promised += later && whole ? 1 : 0;
            }
        }
        return desk.contractsThatDay() + promised < most;
    }

    /** The best price at which the home is to sell energy later that day [$/MWh]; holding reserve uses none up. */
    private double keepsFor(int home, Opportunity opportunity) {
        double best = Double.NEGATIVE_INFINITY;
        if (opportunity.product().isReserve()) {
            return best;
        }
        int day = horizon.dayOf(Horizon.firstInterval(opportunity.hour()));
        int end = Horizon.hourOf(horizon.dayStart(day + 1));
        for (int hour = opportunity.hour() + 1; hour < end; hour++) {
            if (plan.kw().get(home).hourMean(opportunity.product(), hour) >= Willingness.LEAST_KW) {
                best = Math.max(best, plan.pricePerMwh().hourMean(opportunity.product(), hour));
            }
        }
        return best;
    }

    /** The price agreed on, or the home's reservation price where that is more. */
    private Terms terms(ProsumerDesk desk, Opportunity opportunity, double kw, double topPerMwh) {
        double agreed = plan.agreedPerMwh(opportunity, desk.instruction().askShare(), topPerMwh);
        double reservation = Willingness.reservation(desk, desk.about(kw));
        return new Terms(kw, 0, Math.max(reservation, agreed));
    }
}
