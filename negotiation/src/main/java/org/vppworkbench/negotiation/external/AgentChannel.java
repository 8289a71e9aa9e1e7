package org.vppworkbench.negotiation.external;

import java.util.concurrent.CancellationException;

/** The way to one program: whole lines of text, both ways. Used by one thread. */
public interface AgentChannel extends AutoCloseable {
    /** Hands over one line, without its end. Does not wait for the program to read it, and never fails. */
    void send(String line);

    /**
     * From now on the program has so long to answer; all receives up to the next call share it.
     *
     * @param seconds wall time, above 0 [s]
     */
    void due(double seconds);

    /**
     * The next line of the program, or why there is none. Waits.
     *
     * @throws CancellationException where the user cancelled meanwhile
     */
    Heard receive();

    /** Something for a record only, of which whoever decides is told nothing. */
    default void note(String line) {
        // nobody keeps a record
    }

    /** Ends the program and everything it started. May be called twice. */
    @Override
    void close();
}
