package org.vppworkbench.negotiation.agent.language;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.negotiation.persona.HomeAction;
import org.vppworkbench.negotiation.persona.HomeBriefing;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;

/**
 * What the models of homes answered, asked ahead of a round or at their turn, and how a refused answer is mended: the same
 * for homes asked alone and for homes asked together.
 */
final class HomeThoughts {
    private final Map<String, Thought> thoughts = new ConcurrentHashMap<>();
    private final HomeBriefing briefing;
    private final boolean toolTells;
    private final Function<ProsumerTurn, Thought> think;
    private final Repair repair;

    /**
     * What a home's model answered.
     *
     * @param turn the turn it answered; an answer to another turn is of no use
     */
    record Thought(ProsumerTurn turn, Asking<HomeDecision> asking) {}

    /** Asks once more after the gate refused. */
    interface Repair {
        /**
         * @param first what was refused
         * @param words why, as the model is told
         */
        Outcome<HomeDecision> again(ProsumerTurn turn, Outcome<HomeDecision> first, String words);
    }

    /**
     * @param think asks the model of one home
     */
    HomeThoughts(
            HomeBriefing briefing, LanguageSettings settings, Function<ProsumerTurn, Thought> think, Repair repair) {
        this.briefing = briefing;
        this.toolTells = settings.tool() == LanguageSettings.Tool.EXACT;
        this.think = think;
        this.repair = repair;
    }

    void keep(Collection<Thought> answers) {
        answers.forEach(thought -> thoughts.put(thought.turn().desk().prosumer(), thought));
    }

    Optional<NegotiationMessage> reply(ProsumerTurn turn) {
        return message(turn, thought(turn).asking().first(), false);
    }

    Optional<NegotiationMessage> retry(ProsumerTurn turn, GateVerdict verdict) {
        Asking<HomeDecision> asking = thought(turn).asking();
        Outcome<HomeDecision> second = asking.second();
        return message(turn, second == null ? repaired(turn, asking.first(), verdict) : second, true);
    }

    private Outcome<HomeDecision> repaired(ProsumerTurn turn, Outcome<HomeDecision> first, GateVerdict verdict) {
        double kw = first instanceof Outcome.Decided<HomeDecision> decided ? quantity(turn, decided.decision()) : 0;
        String reason = GateWords.of(verdict, turn, kw, briefing.figures(), toolTells);
        return repair.again(turn, first, briefing.repair(verdict.check(), reason));
    }

    /** What was refused: an acceptance is about the quantity that was bid [kW]. */
    private static double quantity(ProsumerTurn turn, HomeDecision decision) {
        Offer counter = turn.counter();
        return decision.action() == HomeAction.ACCEPT && counter != null ? counter.terms().kw() : decision.kw();
    }

    private static Optional<NegotiationMessage> message(
            ProsumerTurn turn, Outcome<HomeDecision> outcome, boolean last) {
        Outcome.Decided<HomeDecision> decided = Asking.decided(outcome, turn.desk().prosumer(), last);
        return HomeMessages.message(turn, decided.decision(), decided.rawHash());
    }

    private Thought thought(ProsumerTurn turn) {
        Thought prepared = thoughts.get(turn.desk().prosumer());
        if (prepared != null && prepared.turn().equals(turn)) {
            return prepared;
        }
        Thought now = think.apply(turn);
        thoughts.put(turn.desk().prosumer(), now);
        return now;
    }
}
