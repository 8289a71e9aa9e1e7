package org.vppworkbench.negotiation.external;

import java.util.List;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.negotiation.protocol.Performative;

/**
 * Tells one program what became of its own talks and contracts. Of the events of a run it passes on only what was said to or
 * for this party, and never anybody's rationale.
 */
final class AgentNews {
    private final AgentTalk talk;
    private final Notebook notebook;
    private final boolean aggregator;

    AgentNews(AgentTalk talk, Notebook notebook) {
        this.talk = talk;
        this.notebook = notebook;
        this.aggregator = talk.id().equals(Envelope.AGGREGATOR);
    }

    void hear(RunEvent event) {
        switch (event) {
            case RunEvent.MessageSent sent -> message(sent.message());
            case RunEvent.OfferSettled settled -> cleared(settled.offer());
            case RunEvent.OpportunityClosed closed -> closed(closed.opportunity());
            default -> {
                // of no concern to an agent
            }
        }
    }

    private void message(NegotiationMessage message) {
        Envelope envelope = message.envelope();
        String opportunity = envelope.product() + "@" + envelope.hour();
        if (envelope.sender().equals(talk.id())) {
            own(message, opportunity);
        } else if (envelope.receiver().equals(talk.id()) && !aggregator) {
            toHome(message, opportunity);
        }
    }

    private void own(NegotiationMessage message, String opportunity) {
        Terms terms = Performative.terms(message);
        if (message instanceof NegotiationMessage.Award award) {
            awarded(opportunity, award.envelope().receiver(), award.terms());
        } else if (message.envelope().source() == MessageSource.RULE && spoken(message)) {
            LineWriter line = LineWriter.of("spoken_for")
                    .put("opportunity", opportunity)
                    .put("round", message.envelope().round())
                    .put("said", Performative.of(message).name())
                    .put("terms", terms);
            talk.tell(aggregator ? line.put("home", message.envelope().receiver()) : line);
        }
    }

    /** Whether a party said it, not the protocol itself. */
    private static boolean spoken(NegotiationMessage message) {
        return !(message instanceof NegotiationMessage.CallForProposals)
                && !(message instanceof NegotiationMessage.ProtocolViolation);
    }

    private void toHome(NegotiationMessage message, String opportunity) {
        switch (message) {
            case NegotiationMessage.Acceptance accepted -> talk.tell(
                    LineWriter.of("accepted").put("opportunity", opportunity).put("terms", accepted.terms()));
            case NegotiationMessage.Rejection rejected -> talk.tell(LineWriter.of("rejected")
                    .put("opportunity", opportunity)
                    .put("reason", rejected.reason().name()));
            case NegotiationMessage.Award award -> awarded(opportunity, talk.id(), award.terms());
            default -> {
                // a counter-offer comes with the next turn
            }
        }
    }

    private void awarded(String opportunity, String home, Terms terms) {
        LineWriter line = LineWriter.of("award").put("opportunity", opportunity).put("home", home).put("terms", terms);
        notebook.contract(opportunity + "/" + home, new LineWriter()
                .put("opportunity", opportunity)
                .put("home", home)
                .put("kw", terms.kw())
                .put("usdPerMwh", terms.pricePerMwh()));
        talk.tell(line);
    }

    private void cleared(ClearedOffer offer) {
        List<Contract> own = offer.contracts().stream()
                .filter(contract -> aggregator || contract.prosumer().equals(talk.id()))
                .toList();
        if (own.isEmpty()) {
            return;
        }
        if (!offer.cleared()) {
            own.forEach(contract -> notebook.withdraw(offer.opportunity().id() + "/" + contract.prosumer()));
        }
        talk.tell(LineWriter.of("cleared").put("opportunity", offer.opportunity().id()).put("cleared", offer.cleared()));
    }

    private void closed(Opportunity opportunity) {
        if (notebook.knows(opportunity)) {
            talk.tell(LineWriter.of("closed").put("opportunity", opportunity.id()));
        }
    }
}
