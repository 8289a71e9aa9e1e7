package org.vppworkbench.negotiation.engine;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.simulation.TradingSession;
import org.vppworkbench.negotiation.protocol.Letterhead;

/**
 * Puts the messages of one negotiation on record and hands out letterheads, so that every message
 * id is unique.
 */
public final class Transcript {
    private final TradingSession session;
    private final Map<String, Integer> turns = new HashMap<>();

    public Transcript(TradingSession session) {
        this.session = session;
    }

    /** Letterhead for the next turn of a sender in a round. */
    public Letterhead letterhead(int round, String sender) {
        int part = turns.merge(round + "/" + sender, 1, Integer::sum) - 1;
        return new Letterhead(session.opportunity(), round, sender, part);
    }

    /**
     * Records a message that passed the gate.
     *
     * @param whatIf the sender's own what-if behind it, or {@code null}
     */
    public void sent(NegotiationMessage message, @Nullable WhatIfResult whatIf) {
        session.emit(new RunEvent.MessageSent(message, GateVerdict.PASSED, whatIf));
    }

    /** Records whose a decision was in the end; what a rule is asked for is not counted. */
    public void decided(int round, String agent, MessageSource asked, RunEvent.DecisionOutcome outcome) {
        if (asked != MessageSource.RULE) {
            session.emit(new RunEvent.AgentDecided(
                    agent, session.opportunity().product(), session.opportunity().hour(), round, asked, outcome));
        }
    }

    /** Records a reply that the gate refused, in place of the reply. */
    public void refused(
            int round,
            String sender,
            String receiver,
            MessageSource source,
            GateVerdict verdict) {
        Letterhead head = letterhead(round, sender);
        Envelope envelope =
                new Envelope(
                        head.id(receiver) + "/violation",
                        null,
                        round,
                        sender,
                        receiver,
                        session.opportunity().product(),
                        session.opportunity().hour(),
                        round,
                        source,
                        "A reply of " + sender + " was refused (" + verdict.check() + "): " + verdict.detail()
                                + ".",
                        null);
        session.emit(
                new RunEvent.MessageSent(
                        new NegotiationMessage.ProtocolViolation(envelope, verdict.check(), verdict.detail()),
                        verdict,
                        null));
    }
}
