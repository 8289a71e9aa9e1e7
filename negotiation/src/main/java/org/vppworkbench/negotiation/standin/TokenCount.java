package org.vppworkbench.negotiation.standin;

/**
 * Tokens of a request and its reply. A token is taken for four characters, the rule of thumb of the providers for English
 * text; the stand-in has no tokeniser.
 *
 * @param prompt tokens of the instructions, the turns and the schema
 * @param cached tokens of the prompt that were read before
 * @param output tokens of the reply
 * @param thoughts tokens of thinking
 */
record TokenCount(long prompt, long cached, long output, long thoughts) {
    static final int CHARACTERS = 4;

    static TokenCount of(Asked asked, long cached, String reply, long thoughts) {
        String schema = asked.schema();
        long said = (long) asked.everything().length() + (schema == null ? 0 : schema.length());
        long prompt = tokens(said);
        return new TokenCount(prompt, Math.min(cached, prompt), tokens(reply.length()), thoughts);
    }

    long total() {
        return prompt + output + thoughts;
    }

    private static long tokens(long characters) {
        return (characters + CHARACTERS - 1) / CHARACTERS;
    }
}
