package org.vppworkbench.negotiation.llm.wire;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.Prompt;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.Utterance;
import org.vppworkbench.negotiation.llm.settings.Destination;
import org.vppworkbench.negotiation.llm.settings.Thinking;

/** Sends a question through the library and says what came of it. What a model refuses once is not sent again. */
public final class ProviderSender implements Sender {
    private final Destination destination;
    private final Thinking thinking;
    private final Transport transport;
    private final Supplier<Instant> clock;
    private final Wire wire;
    private final Set<Parameter> refused = Collections.synchronizedSet(EnumSet.noneOf(Parameter.class));

    public ProviderSender(Destination destination, Thinking thinking, Transport transport, Supplier<Instant> clock) {
        this.destination = destination;
        this.thinking = thinking;
        this.transport = transport;
        this.clock = clock;
        wire = Wire.of(destination.provider());
    }

    @Override
    public Attempt send(Question question, Duration longest) throws InterruptedException {
        Sent sent = Sent.of(destination, question.sampling(), thinking, refusedSoFar());
        Exchange exchange = new Exchange(transport, wire, destination, longest, clock);
        String text = "";
        Attempt.Problem problem = null;
        try {
            text = wire.model(destination, exchange, question.schema(), sent).chat(messages(question.prompt()))
                    .aiMessage().text();
        } catch (RuntimeException e) {
            problem = exchange.problem();
            if (problem == null) {
                // a message of the library may quote the reply or a header: only its class is told
                problem = Attempt.Problem.lasting(
                        FailureKind.CUT_REPLY, "the answer is not of the provider's form (" + e.getClass().getSimpleName() + ")");
            }
        }
        if (exchange.interrupted()) {
            throw new InterruptedException("the request was cancelled");
        }
        return attempt(question, sent, exchange, text == null ? "" : text, problem);
    }

    private Attempt attempt(
            Question question, Sent sent, Exchange exchange, String text, Attempt.@Nullable Problem problem) {
        Observed observed = exchange.observed();
        Attempt.Problem found = problem == null && text.isBlank() ? Replies.empty("the answer holds no text") : problem;
        String version = Refusals.plain(destination.mask(observed.returnedModel()));
        if (found == null) {
            Tokens tokens = Tokens.of(observed.tokens(), question, text);
            String safe = destination.key() == null ? text : destination.key().maskWhole(text);
            return new Attempt.Good(safe, version, tokens, sent);
        }
        Parameter culprit = found.refused();
        if (culprit != null && !sent.takes(culprit)) {
            // it names something that was not sent: leaving it out again changes nothing
            found = Attempt.Problem.lasting(found.kind(), found.words());
        } else if (culprit != null) {
            refused.add(culprit);
        }
        // what was not reported may be billed all the same: the prompt is estimated
        return new Attempt.Bad(
                found, version, exchange.worked() ? Tokens.of(observed.tokens(), question, "") : Tokens.NONE, sent);
    }

    private Set<Parameter> refusedSoFar() {
        synchronized (refused) {
            return Set.copyOf(refused);
        }
    }

    /** Instructions, then turns; neighbours of the same side become one, for some models take strict turns only. */
    private static List<ChatMessage> messages(Prompt prompt) {
        List<ChatMessage> messages = new ArrayList<>();
        if (!prompt.system().isBlank()) {
            messages.add(SystemMessage.from(prompt.system()));
        }
        StringBuilder said = new StringBuilder();
        boolean byModel = false;
        for (Utterance turn : prompt.turns()) {
            boolean model = turn.role() == Utterance.Role.MODEL;
            if (model != byModel && !said.isEmpty()) {
                messages.add(message(byModel, said.toString()));
                said.setLength(0);
            }
            byModel = model;
            said.append(said.isEmpty() ? "" : "\n\n").append(turn.text());
        }
        if (!said.isEmpty()) {
            messages.add(message(byModel, said.toString()));
        }
        return messages;
    }

    private static ChatMessage message(boolean byModel, String text) {
        return byModel ? AiMessage.from(text) : UserMessage.from(text);
    }
}
