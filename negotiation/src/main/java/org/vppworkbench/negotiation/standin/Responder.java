package org.vppworkbench.negotiation.standin;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the stand-in says. Called from many threads at once; what it answers should depend on the request alone, so that the
 * order of arrival leaves no trace.
 */
@FunctionalInterface
public interface Responder {
    /** Text of the reply, such as a JSON object. */
    String reply(Asked asked);

    /** The same text to every request. */
    static Responder always(String text) {
        return asked -> text;
    }

    /** A text each, from the beginning again after the last. */
    static Responder inTurn(List<String> texts) {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("a script needs at least one text");
        }
        List<String> script = List.copyOf(texts);
        AtomicLong next = new AtomicLong();
        return asked -> script.get((int) (next.getAndIncrement() % script.size()));
    }
}
