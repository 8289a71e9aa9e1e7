package org.vppworkbench.negotiation.llm.settings;

/** How much a model may think before it answers, where the provider lets one say so. */
public enum Thinking {
    /** As little as the model allows: thoughts are billed as output and share its limit. */
    LEAST,
    /** Nothing is sent: the provider decides. */
    PROVIDER
}
