package org.vppworkbench.negotiation.agent.language;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.language.Prompt;
import org.vppworkbench.negotiation.language.Utterance;

/**
 * The talk about one decision so far: sides alternate and the last word is not the model's.
 *
 * @param origin of the next question
 * @param prompt of the next question
 */
public record Talk(Origin origin, Prompt prompt) {

    /** Goes on after the model asked a tool. */
    Talk answered(String reply, String toolAnswer) {
        List<Utterance> turns = new ArrayList<>(prompt.turns());
        turns.add(new Utterance(Utterance.Role.MODEL, reply));
        turns.add(new Utterance(Utterance.Role.TOOL, toolAnswer));
        Origin next = new Origin(
                origin.agent(), origin.subject(), origin.round(), origin.turn(), origin.attempt(), origin.step() + 1);
        return new Talk(next, with(turns));
    }

    /**
     * Asks once more. The refused reply is left out, so that nothing in it is read a second time; what was wrong with it
     * follows what was said last.
     */
    public Talk again(String words) {
        List<Utterance> turns = new ArrayList<>(prompt.turns());
        Utterance last = turns.removeLast();
        turns.add(new Utterance(last.role(), last.text() + "\n\n" + words));
        Origin next = new Origin(
                origin.agent(), origin.subject(), origin.round(), origin.turn(), origin.attempt() + 1, origin.step());
        return new Talk(next, with(turns));
    }

    private Prompt with(List<Utterance> turns) {
        return new Prompt(prompt.id(), prompt.hash(), prompt.system(), turns);
    }
}
