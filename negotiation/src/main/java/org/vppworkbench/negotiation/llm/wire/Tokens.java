package org.vppworkbench.negotiation.llm.wire;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.Prompt;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.Utterance;

/**
 * Tokens of one request.
 *
 * @param prompt sent, cached ones among them
 * @param cached read from the provider's cache
 * @param output of the reply
 * @param thoughts billed as output
 * @param estimated whether the server left out the prompt or the output, and a quarter of the characters stands for it
 */
public record Tokens(long prompt, long cached, long output, long thoughts, boolean estimated) {
    public static final Tokens NONE = new Tokens(0, 0, 0, 0, false);

    private static final int CHARACTERS_PER_TOKEN = 4;

    public long total() {
        return prompt + output + thoughts;
    }

    public Tokens plus(Tokens other) {
        return new Tokens(
                prompt + other.prompt, cached + other.cached, output + other.output, thoughts + other.thoughts,
                estimated || other.estimated);
    }

    /** What the server reported, estimates where it was silent. */
    static Tokens of(Reported reported, Question question, String text) {
        Long prompt = reported.prompt();
        Long output = reported.output();
        return new Tokens(
                prompt == null ? ofPrompt(question) : prompt,
                reported.cached(),
                output == null ? ofText(text) : output,
                reported.thoughts(),
                prompt == null || output == null);
    }

    /** An estimate of what a question sends: a quarter of its characters, the schema among them. */
    public static long ofPrompt(Question question) {
        Prompt prompt = question.prompt();
        long characters = (long) prompt.system().length() + question.schema().json().length();
        for (Utterance turn : prompt.turns()) {
            characters += turn.text().length();
        }
        return ofCharacters(characters);
    }

    static long ofText(String text) {
        return ofCharacters(text.length());
    }

    private static long ofCharacters(long characters) {
        return (characters + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
    }

    /** As a server reports it; {@code null} where it is silent. */
    record Reported(@Nullable Long prompt, long cached, @Nullable Long output, long thoughts) {
        static final Reported NOTHING = new Reported(null, 0, null, 0);
    }
}
