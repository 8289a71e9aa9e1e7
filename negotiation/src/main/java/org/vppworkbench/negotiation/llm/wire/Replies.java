package org.vppworkbench.negotiation.llm.wire;

import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import org.vppworkbench.negotiation.language.FailureKind;

/** What the providers have in common. */
final class Replies {
    private Replies() {}

    /** A raw schema keeps enumerations and ranges; the library's typed schemas drop some. */
    static ResponseFormat format(String name, String schema) {
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(JsonSchema.builder().name(name).rootElement(JsonRawSchema.from(schema)).build())
                .build();
    }

    static Attempt.Problem truncated(Tokens.Reported tokens) {
        String thoughts = tokens.thoughts() > 0 ? ", " + tokens.thoughts() + " of them thoughts" : "";
        Long output = tokens.output();
        String count = output == null ? "" : " after " + (output + tokens.thoughts()) + " tokens" + thoughts;
        return Attempt.Problem.lasting(FailureKind.TRUNCATED, "the answer hit the limit of its tokens" + count);
    }

    static Attempt.Problem empty(String why) {
        return Attempt.Problem.lasting(FailureKind.EMPTY, why);
    }

    static Attempt.Problem withheld(String reason) {
        return Attempt.Problem.lasting(
                FailureKind.SAFETY, "the provider withheld the answer: " + Refusals.plain(reason));
    }
}
