package org.vppworkbench.model.cooperative;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.vppworkbench.model.simulation.CancelToken;

/**
 * Remembers the values of a game. Polls a cancel token before every new coalition and throws {@link CancellationException}
 * once it is set. Two threads that ask for the same new coalition at once both value it: as they get the same number, that
 * costs time only, and nobody ever waits for a thread that may be waiting for him.
 */
public final class CachedGame implements CoalitionGame {
    private final CoalitionGame game;
    private final CancelToken cancel;
    private final Map<Long, Double> known = new ConcurrentHashMap<>();

    /**
     * @throws IllegalArgumentException if the game has no player or more than {@link CoalitionGame#MOST_PLAYERS}
     */
    public CachedGame(CoalitionGame game, CancelToken cancel) {
        if (game.players() < 1 || game.players() > MOST_PLAYERS) {
            throw new IllegalArgumentException(
                    game.players() + " players, but a game has 1 to " + MOST_PLAYERS);
        }
        this.game = game;
        this.cancel = cancel;
    }

    @Override
    public int players() {
        return game.players();
    }

    @Override
    public double value(long coalition) {
        if (coalition == 0) {
            return 0;
        }
        Double value = known.get(coalition);
        if (value == null) {
            if (cancel.cancelled()) {
                throw new CancellationException("cancelled before coalition " + coalition + " was valued");
            }
            value = game.value(coalition);
            known.put(coalition, value);
        }
        return value;
    }

    /** Values every coalition, in parallel. */
    public void valueAll() {
        LongStream.rangeClosed(1, grand()).parallel().forEach(this::value);
    }

    /** The coalitions valued so far, in ascending order. */
    public SortedMap<Long, Double> valued() {
        return new TreeMap<>(known);
    }
}
