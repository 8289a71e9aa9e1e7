package org.vppworkbench.negotiation.llm.tape;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.ModelIdentity;
import org.vppworkbench.negotiation.language.Provenance;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.Usage;
import org.vppworkbench.negotiation.llm.wire.Parameter;
import org.vppworkbench.negotiation.llm.wire.Sent;

/** Writes the lines of {@code vpp-tape/1}. */
final class TapeLines {
    private TapeLines() {}

    static String header(TapeHeader header) {
        ModelIdentity identity = header.identity();
        JsonObject json = new JsonObject();
        json.addProperty("format", TapeHeader.FORMAT);
        json.addProperty("application", header.application());
        json.addProperty("provider", identity.provider());
        json.addProperty("model", identity.model());
        json.addProperty("host", identity.host());
        json.addProperty("providersOwn", identity.providersOwn());
        json.addProperty("settings", header.settings());
        json.addProperty("fingerprint", header.fingerprint());
        if (!header.conditions().isEmpty()) {
            JsonObject conditions = new JsonObject();
            header.conditions().forEach(conditions::addProperty);
            json.add("conditions", conditions);
        }
        json.addProperty("started", header.started());
        return SealedLine.seal(json);
    }

    /**
     * The line of a question.
     *
     * @param answer what came back, or {@code null} for a cancel
     * @param mask takes the key out of what was asked
     */
    static String entry(
            String key, Question question, @Nullable Answer answer, @Nullable Sent sent, String when,
            UnaryOperator<String> mask) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", kind(answer).name());
        json.addProperty("key", key);
        json.add("origin", TapeKey.origin(question.origin()));
        json.addProperty("promptId", question.prompt().id());
        json.addProperty("promptHash", question.prompt().hash());
        json.add("request", TapeKey.request(masked(question, mask)));
        json.add("sampling", TapeKey.sampling(question.sampling()));
        json.add("sent", sent(sent));
        if (answer != null) {
            json.add("answer", answer(answer));
            json.add("usage", usage(answer.usage()));
        }
        json.addProperty("when", when);
        return SealedLine.seal(json);
    }

    private static Question masked(Question question, UnaryOperator<String> mask) {
        var prompt = question.prompt();
        var turns =
                prompt.turns().stream()
                        .map(turn -> new org.vppworkbench.negotiation.language.Utterance(
                                turn.role(), mask.apply(turn.text())))
                        .toList();
        return new Question(
                question.origin(),
                new org.vppworkbench.negotiation.language.Prompt(
                        prompt.id(), prompt.hash(), mask.apply(prompt.system()), turns),
                question.schema(), question.sampling());
    }

    private static TapeEntry.Kind kind(@Nullable Answer answer) {
        return switch (answer) {
            case null -> TapeEntry.Kind.CANCEL;
            case Answer.Said said -> TapeEntry.Kind.ANSWER;
            case Answer.Failed failed ->
                failed.kind() == FailureKind.BUDGET ? TapeEntry.Kind.BUDGET : TapeEntry.Kind.FAILURE;
        };
    }

    private static @Nullable JsonObject sent(@Nullable Sent sent) {
        if (sent == null) {
            return null;
        }
        JsonObject json = new JsonObject();
        json.addProperty("temperature", sent.temperature());
        json.addProperty("topP", sent.topP());
        json.addProperty("seed", sent.seed());
        json.addProperty("maxOutputTokens", sent.maxOutputTokens());
        json.addProperty("thinking", sent.thinking());
        JsonArray leftOut = new JsonArray();
        sent.leftOut().stream().sorted().map(Parameter::words).forEach(leftOut::add);
        json.add("leftOut", leftOut);
        return json;
    }

    private static JsonObject answer(Answer answer) {
        JsonObject json = new JsonObject();
        switch (answer) {
            case Answer.Said said -> {
                Provenance provenance = said.provenance();
                json.addProperty("text", said.text());
                json.addProperty("requestedModel", provenance.requestedModel());
                json.addProperty("returnedModel", provenance.returnedModel());
                json.addProperty("host", provenance.host());
                json.addProperty("rawHash", provenance.rawHash());
            }
            case Answer.Failed failed -> {
                json.addProperty("failure", failed.kind().name());
                json.addProperty("words", failed.words());
            }
        }
        return json;
    }

    private static JsonObject usage(Usage usage) {
        JsonObject json = new JsonObject();
        json.addProperty("promptTokens", usage.promptTokens());
        json.addProperty("cachedTokens", usage.cachedTokens());
        json.addProperty("outputTokens", usage.outputTokens());
        json.addProperty("thoughtTokens", usage.thoughtTokens());
        json.addProperty("estimated", usage.estimated());
        json.addProperty("attempts", usage.attempts());
        json.addProperty("usd", usage.usd());
        json.addProperty("priced", usage.priced());
        json.addProperty("seconds", usage.seconds());
        return json;
    }
}
