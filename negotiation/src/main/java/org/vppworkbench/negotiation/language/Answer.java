package org.vppworkbench.negotiation.language;

/** What came back. */
public sealed interface Answer {
    Usage usage();

    /**
     * Text, complete and not empty; whether it keeps to the schema is for the asker to check.
     *
     * @param text as the model wrote it
     */
    record Said(String text, Usage usage, Provenance provenance) implements Answer {}

    /**
     * No usable text.
     *
     * @param kind why
     * @param words what and where, for the reader; never a key, a header or the whole reply
     */
    record Failed(FailureKind kind, String words, Usage usage) implements Answer {}
}
