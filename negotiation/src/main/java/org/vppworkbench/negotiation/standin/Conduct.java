package org.vppworkbench.negotiation.standin;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Answers one request that could be read.
 *
 * @param settings how the stand-in behaves
 * @param ledger where tokens and faults are counted
 * @param cache what was read before
 * @param key key of the request, empty for none
 * @param stopListening closes the port
 */
record Conduct(StandInSettings settings, Ledger ledger, PrefixCache cache, String key, Runnable stopListening) {
    private static final String OTHER_MODEL = "another-model-002";
    private static final String NOWHERE = "http://redirected.invalid/";

    void answer(Wire wire, Dialect dialect, Asked asked) throws IOException {
        Fault fault = settings.faults().of(asked).filter(each -> each.knownTo(asked.api())).orElse(null);
        if (fault != null) {
            ledger.injected(fault);
        }
        if (wire.await(settings.latency().of(asked.number()))) {
            return;
        }
        if (fault == null) {
            good(wire, dialect, asked, settings.responder().reply(asked), asked.model());
        } else if (fault.toldByStatus()) {
            status(wire, dialect, fault);
        } else {
            wrong(wire, dialect, asked, fault);
        }
    }

    /** An error told by status, with the wait that a 429 asks for. */
    void status(Wire wire, Dialect dialect, Fault fault) throws IOException {
        error(wire, dialect, fault, fault == Fault.HTTP_429 ? settings.retryDelay() : null);
    }

    void error(Wire wire, Dialect dialect, Fault fault, @Nullable Duration wait) throws IOException {
        if (wait != null) {
            wire.retryAfter(wait);
        }
        if (fault == Fault.PROXY_ERROR) {
            wire.page(fault.status());
            return;
        }
        boolean keyElsewhere = fault == Fault.KEY_NOT_VALID && dialect.api() != Api.GEMINI;
        wire.json(keyElsewhere ? 401 : fault.status(), dialect.error(fault, words(fault), wait));
    }

    private String words(Fault fault) {
        return fault == Fault.KEY_QUOTED ? fault.words() + key : fault.words();
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "Conduct";
    }

    private void good(Wire wire, Dialect dialect, Asked asked, String text, String version) throws IOException {
        TokenCount tokens = count(asked, text);
        ledger.counted(tokens);
        send(wire, dialect, asked, new Reply(text, Reply.Finish.STOP, tokens, version));
    }

    private void send(Wire wire, Dialect dialect, Asked asked, Reply reply) throws IOException {
        if (asked.streaming()) {
            wire.frames(dialect.streamType(), dialect.pieces(asked, reply));
        } else {
            wire.json(200, dialect.whole(asked, reply));
        }
    }

    private void wrong(Wire wire, Dialect dialect, Asked asked, Fault fault) throws IOException {
        switch (fault) {
            case NO_ANSWER -> wire.hang();
            case DROPPED -> {}
            case REFUSED -> stopListening.run();
            case PROXY_PAGE -> wire.page(200);
            case BAD_JSON_BODY -> wire.json(200, "{\"candidates\": [ \"choices\": oops");
            case REDIRECT -> {
                String elsewhere = settings.redirect();
                wire.redirect(elsewhere == null ? NOWHERE : elsewhere);
            }
            case HUGE_BODY -> good(wire, dialect, asked, "a".repeat(settings.hugeBytes()), asked.model());
            default -> maimed(wire, dialect, asked, fault, settings.responder().reply(asked));
        }
    }

    private void maimed(Wire wire, Dialect dialect, Asked asked, Fault fault, String text) throws IOException {
        switch (fault) {
            case CUT_BODY -> wire.cut(type(dialect, asked), body(dialect, asked, text));
            case SLOW_DRIP -> wire.drip(type(dialect, asked), body(dialect, asked, text), settings.dripPause());
            case NO_USAGE -> send(wire, dialect, asked, new Reply(text, Reply.Finish.STOP, null, asked.model()));
            case OTHER_MODEL -> good(wire, dialect, asked, text, OTHER_MODEL);
            case EMPTY_TEXT -> good(wire, dialect, asked, "", asked.model());
            case SAFETY -> send(wire, dialect, asked, without(asked, Reply.Finish.SAFETY));
            case MAX_TOKENS_EMPTY -> send(wire, dialect, asked, without(asked, Reply.Finish.MAX_TOKENS));
            case MAX_TOKENS -> {
                String half = text.substring(0, text.length() / 2);
                TokenCount tokens = count(asked, half);
                send(wire, dialect, asked, new Reply(half, Reply.Finish.MAX_TOKENS, tokens, asked.model()));
            }
            case BLOCKED_PROMPT -> {
                if (dialect.api() == Api.OPENAI) {
                    wire.json(400, dialect.error(fault, "The response was filtered: the prompt triggers a policy.", null));
                } else {
                    send(wire, dialect, asked, without(asked, Reply.Finish.BLOCKED));
                }
            }
            default -> good(wire, dialect, asked, Tampering.with(fault, text, asked.schema()), asked.model());
        }
    }

    private Reply without(Asked asked, Reply.Finish finish) {
        return new Reply(null, finish, TokenCount.of(asked, cache.read(asked), "", 0), asked.model());
    }

    private TokenCount count(Asked asked, String text) {
        return TokenCount.of(asked, cache.read(asked), text, settings.thoughts());
    }

    private String body(Dialect dialect, Asked asked, String text) {
        Reply reply = new Reply(text, Reply.Finish.STOP, count(asked, text), asked.model());
        return asked.streaming() ? String.join("", dialect.pieces(asked, reply)) : dialect.whole(asked, reply);
    }

    private static String type(Dialect dialect, Asked asked) {
        return asked.streaming() ? dialect.streamType() : "application/json";
    }
}
