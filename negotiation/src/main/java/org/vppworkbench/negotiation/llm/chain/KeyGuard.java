package org.vppworkbench.negotiation.llm.chain;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.Usage;
import org.vppworkbench.negotiation.llm.settings.Secret;

/** Refuses to send a prompt that holds the key, as when somebody pastes it into the description of a home. */
public final class KeyGuard implements Link {
    private final Link next;
    private final @Nullable Secret key;

    public KeyGuard(Link next, @Nullable Secret key) {
        this.next = next;
        this.key = key;
    }

    @Override
    public Reply ask(Question question, Time time) throws InterruptedException {
        Secret secret = key;
        if (secret != null && holds(question, secret)) {
            return new Reply(
                    new Answer.Failed(FailureKind.BAD_REQUEST, "the prompt holds the key and was not sent", Usage.NONE), null);
        }
        return next.ask(question, time);
    }

    private static boolean holds(Question question, Secret key) {
        return key.within(question.prompt().system())
                || question.prompt().turns().stream().anyMatch(turn -> key.within(turn.text()));
    }
}
