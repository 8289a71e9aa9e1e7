package org.vppworkbench.negotiation.llm.chain;

import java.time.Duration;
import java.time.Instant;

/** Time as the gateway lives it: it waits, and says when. Nothing of it reaches the events of a run. */
public interface Pace {
    /** The clock of the machine. */
    Pace REAL = new Pace() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            Thread.sleep(duration);
        }
    };

    /** Time that only passes forwards, from an arbitrary start [ns]. */
    long nanos();

    /** Date and time. */
    Instant now();

    void sleep(Duration duration) throws InterruptedException;
}
