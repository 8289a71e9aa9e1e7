package org.vppworkbench.negotiation.standin;

/** The forms of request the stand-in understands. */
public enum Api {
    /** {@code POST /v1beta/models/MODEL:generateContent} and {@code :streamGenerateContent}. */
    GEMINI,
    /** {@code POST …/chat/completions}. */
    OPENAI,
    /** {@code POST /api/chat}. */
    OLLAMA
}
