package org.vppworkbench.negotiation.persona;

/** How many characters of foreign words are read, kept and passed on. Assumptions, the same for all agents. */
public final class RecordedWords {
    /** A reply that says more than this about itself is refused. */
    public static final int MOST_SAID = 4_000;

    /** What is kept of a model's words about many homes or a whole day. */
    public static final int MOST_KEPT = 160;

    /** What is kept of a model's words about one home's decision. */
    public static final int MOST_KEPT_OF_HOME = 280;

    /** What one side is shown of the words of the other, or of the owner. */
    public static final int MOST_QUOTED = 160;

    /** What a model is told of what was wrong with its reply. */
    public static final int MOST_OF_FAULT = 280;

    /** The longest name of a home in a reply. */
    public static final int MOST_NAME = 64;

    private RecordedWords() {}
}
