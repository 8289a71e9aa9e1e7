package org.vppworkbench.negotiation.llm.tape;

import java.util.Map;
import java.util.function.Consumer;

/** What a tape is used for. */
public sealed interface TapeUse {
    TapeUse NONE = new None();

    /** Answers are not kept. */
    record None() implements TapeUse {}

    /**
     * Every answer, failure, budget stop and cancel is written as soon as it is known.
     *
     * @param lines takes one line at a time, without its line break; never called by two threads at once
     * @param conditions of the run that is recorded, by name; they stand in the first line. Empty outside any run
     */
    record Recording(Consumer<String> lines, Map<String, String> conditions) implements TapeUse {
        /** A recording outside any run. */
        public Recording(Consumer<String> lines) {
            this(lines, Map.of());
        }
    }

    /**
     * Nothing is sent: answers are read.
     *
     * @param tape what was recorded
     * @param conditions of the run it is replayed in, by name; empty outside any run
     */
    record Replay(Tape tape, Map<String, String> conditions) implements TapeUse {
        /** A replay outside any run. */
        public Replay(Tape tape) {
            this(tape, Map.of());
        }
    }
}
