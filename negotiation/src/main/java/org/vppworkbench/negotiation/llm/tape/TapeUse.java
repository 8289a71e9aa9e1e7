package org.vppworkbench.negotiation.llm.tape;

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
     */
    record Recording(Consumer<String> lines) implements TapeUse {}

    /**
     * Nothing is sent: answers are read.
     *
     * @param tape what was recorded
     */
    record Replay(Tape tape) implements TapeUse {}
}
