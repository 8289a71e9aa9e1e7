package org.vppworkbench.model.cooperative;

/**
 * A game with transferable utility. A coalition is a bit set: bit i says that player i takes part. The value depends on the
 * coalition alone, that of the empty one is 0, and {@link #value} may be called from several threads.
 */
public interface CoalitionGame {
    /** Most players a coalition can have. */
    int MOST_PLAYERS = 62;

    /** Number of players, 1 to {@link #MOST_PLAYERS}. */
    int players();

    /** What the members can earn together [$]. */
    double value(long coalition);

    /** The coalition of all. */
    default long grand() {
        return (1L << players()) - 1;
    }
}
