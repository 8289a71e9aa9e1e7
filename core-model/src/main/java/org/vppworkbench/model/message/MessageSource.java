package org.vppworkbench.model.message;

/** Who decided. A rule is never called a model. */
public enum MessageSource {
    RULE,
    LLM,
    HUMAN,
    EXTERNAL
}
