package org.vppworkbench.negotiation.standin;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a provider may have read before: prompts that begin alike. As OpenAI describes it, beginnings of at least 1,024 tokens
 * count, in steps of 128 (<a href="https://platform.openai.com/docs/guides/prompt-caching">prompt caching</a>). Requests
 * that arrive at the same time may each be the first, so that counts differ a little from run to run.
 */
final class PrefixCache {
    private static final int LEAST_TOKENS = 1_024;
    private static final int STEP_TOKENS = 128;

    private final Set<Long> beginnings = ConcurrentHashMap.newKeySet();

    /** Tokens of the longest beginning that was read before; this one is kept. */
    long read(Asked asked) {
        String schema = asked.schema();
        String text = asked.model() + '\n' + (schema == null ? "" : schema) + '\n' + asked.everything();
        int step = STEP_TOKENS * TokenCount.CHARACTERS;
        long hash = 0xCBF29CE484222325L;
        long cached = 0;
        for (int k = 0; k < text.length(); k++) {
            hash = (hash ^ text.charAt(k)) * 0x100000001B3L;
            int read = k + 1;
            if (read % step == 0 && read >= LEAST_TOKENS * TokenCount.CHARACTERS && !beginnings.add(hash)) {
                cached = read / TokenCount.CHARACTERS;
            }
        }
        return cached;
    }
}
