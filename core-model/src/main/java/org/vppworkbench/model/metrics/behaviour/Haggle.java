package org.vppworkbench.model.metrics.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * The prices one side named in one talk, round by round, and how it moved between them. A side has a turn in every round of
 * the opportunity that is on record, after the one in which it first named a price, while the talk is open. It can move while
 * its last price is better for it than its limit: its cost for the quantity, or the most that can be paid.
 */
final class Haggle {
    /** A move or a rest smaller than half a cent is none [$/MWh]. */
    static final double LEAST_MOVE = 0.005;

    private final int sign;
    private final List<Step> steps = new ArrayList<>();

    /**
     * @param price named or agreed to [$/MWh]
     * @param limit where its sender would be as well off without a deal [$/MWh]
     * @param agrees whether it takes the other side's price
     */
    private record Step(int round, double price, double limit, boolean agrees) {}

    private Haggle(int sign) {
        this.sign = sign;
    }

    /** Of a home, which moves downwards. */
    static Haggle ofHome() {
        return new Haggle(-1);
    }

    /** Of the aggregator, which moves upwards. */
    static Haggle ofAggregator() {
        return new Haggle(1);
    }

    void names(int round, double price, double limit) {
        steps.add(new Step(round, price, limit, false));
    }

    void agrees(int round, double price, double limit) {
        steps.add(new Step(round, price, limit, true));
    }

    /**
     * Counts its turns.
     *
     * @param rounds rounds of the opportunity in which anybody spoke
     * @param last last round in which it had a turn
     */
    void count(SortedSet<Integer> rounds, int last, Tally tally, int hour, String agent) {
        if (steps.isEmpty()) {
            return;
        }
        Step before = steps.getFirst();
        for (int round : rounds.tailSet(before.round() + 1)) {
            if (round > last) {
                return;
            }
            Step now = lastUntil(round);
            double room = sign * (before.limit() - before.price());
            if (room > LEAST_MOVE) {
                double moved = now.round() == round ? sign * (now.price() - before.price()) : 0;
                boolean rests = moved <= LEAST_MOVE && !(now.agrees() && now.round() == round);
                tally.add(hour, agent, BehaviourCount.CONCESSION_TURNS, 1);
                tally.add(hour, agent, BehaviourCount.RIGID_TURNS, rests ? 1 : 0);
                tally.add(hour, agent, BehaviourCount.ROOM_PER_MWH, room);
                tally.add(hour, agent, BehaviourCount.CONCEDED_PER_MWH, moved);
            }
            before = now;
        }
    }

    private Step lastUntil(int round) {
        Step last = steps.getFirst();
        for (Step step : steps) {
            if (step.round() <= round) {
                last = step;
            }
        }
        return last;
    }
}
