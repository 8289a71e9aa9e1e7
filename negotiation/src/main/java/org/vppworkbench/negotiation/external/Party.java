package org.vppworkbench.negotiation.external;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.scenario.ExternalAgent;
import org.vppworkbench.model.scenario.HumanSeat;

/**
 * Who decides from outside the engine: a program of the user, or a person.
 *
 * @param id id of the home, or {@code aggregator}
 * @param source what its messages are labelled
 * @param check name of the check of the gate under which its faults are recorded
 * @param words who it is, to begin a sentence
 * @param deadlineSeconds wall time for a turn; infinite for no limit [s]
 * @param questions how often it may ask its tools in one turn
 * @param mostMissed deadlines it may miss before it is no longer asked
 */
record Party(
        String id, MessageSource source, String check, String words, double deadlineSeconds, int questions, int mostMissed) {
    private static final int MOST_MISSED = 3;

    static Party of(ExternalAgent agent) {
        return new Party(
                agent.id(), MessageSource.EXTERNAL, AgentTalk.CHECK, "the program of " + agent.id(), agent.deadlineSeconds(),
                agent.whatIfsPerTurn(), MOST_MISSED);
    }

    /** A person may ask as often as a rule may, and is asked again however often the time was too short. */
    static Party of(HumanSeat seat) {
        @Nullable Double seconds = seat.decisionSeconds();
        return new Party(
                seat.id(), MessageSource.HUMAN, AgentTalk.HUMAN_CHECK, "the person at " + seat.id(),
                seconds == null ? Double.POSITIVE_INFINITY : seconds, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    boolean human() {
        return source == MessageSource.HUMAN;
    }
}
