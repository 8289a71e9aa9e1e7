package org.vppworkbench.app.ui.negotiation;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage;

/** One line of the dialogue, ready to show. Its words are made when somebody reads them: of thousands few are seen. */
public final class Turn {
    /** Where a turn stands. */
    public enum Side {
        /** Left. */
        AGGREGATOR,
        /** Right. */
        HOME,
        /** A line across: a new opportunity. */
        HEADING,
        /** A thin line across: a new round, and what the one before changed. */
        ROUND,
        /** Centre: the engine or the market speaks. */
        RESULT
    }

    private final int position;
    private final Side side;
    private final @Nullable Product product;
    private final int round;
    private final String home;
    private final String performative;
    private final RunEvent event;
    private @Nullable Supplier<String> makeTerms;
    private @Nullable Supplier<String> makeWords;
    private @Nullable String terms;
    private @Nullable String words;

    private Turn(
            int position, Side side, @Nullable Product product, int round, String home, String performative, RunEvent event,
            Supplier<String> makeTerms, Supplier<String> makeWords) {
        this.position = position;
        this.side = side;
        this.product = product;
        this.round = round;
        this.home = home;
        this.performative = performative;
        this.event = event;
        this.makeTerms = makeTerms;
        this.makeWords = makeWords;
    }

    /** A message. */
    static Turn message(int position, RunEvent.MessageSent sent) {
        NegotiationMessage message = sent.message();
        Envelope envelope = message.envelope();
        boolean aggregator = envelope.sender().equals(Envelope.AGGREGATOR);
        String home = aggregator ? envelope.receiver() : envelope.sender();
        return new Turn(
                position, aggregator ? Side.AGGREGATOR : Side.HOME, envelope.product(), envelope.round(),
                home.equals(Envelope.ALL) ? "" : home, Words.performative(message), sent,
                () -> Words.terms(message), envelope::rationale);
    }

    /** A line of the engine or the market, or one across. */
    static Turn line(
            int position, Side side, int round, String home, String performative, RunEvent event, Supplier<String> terms,
            Supplier<String> words) {
        return new Turn(position, side, RunEvent.productOf(event), round, home, performative, event, terms, words);
    }

    /** Position in the log after its event. */
    public int position() {
        return position;
    }

    public Side side() {
        return side;
    }

    /** What is traded, or {@code null} where it concerns no product. */
    public @Nullable Product product() {
        return product;
    }

    /** Round, 0 for announcements. */
    public int round() {
        return round;
    }

    /** The home it concerns, or empty. */
    public String home() {
        return home;
    }

    /** Who speaks to whom, such as {@code home-003 → aggregator}; empty where nobody speaks. */
    public String who() {
        String all = home.isEmpty() ? "all homes" : home;
        return switch (side) {
            case AGGREGATOR -> "aggregator → " + all;
            case HOME -> home + " → aggregator";
            default -> "";
        };
    }

    /** Such as {@code Proposal}. */
    public String performative() {
        return performative;
    }

    /** Quantity and price with units, or empty. */
    public String terms() {
        Supplier<String> make = makeTerms;
        if (terms == null && make != null) {
            terms = make.get();
            makeTerms = null;
        }
        return terms == null ? "" : terms;
    }

    /** Rationale or explanation. */
    public String words() {
        Supplier<String> make = makeWords;
        if (words == null && make != null) {
            words = make.get();
            makeWords = null;
        }
        return words == null ? "" : words;
    }

    /** {@code RULE} and so on; empty for lines of the engine and the market. */
    public String source() {
        RunEvent.MessageSent sent = sent();
        return sent == null ? "" : sent.message().envelope().source().name();
    }

    /** What the gate objected to, or empty. */
    public String gate() {
        RunEvent.MessageSent sent = sent();
        return sent == null || sent.verdict().passed() ? "" : sent.verdict().check() + ": " + sent.verdict().detail();
    }

    /** The event behind it. */
    RunEvent event() {
        return event;
    }

    /** The event behind a message, or {@code null}. */
    public RunEvent.@Nullable MessageSent sent() {
        return event instanceof RunEvent.MessageSent sent && side != Side.ROUND ? sent : null;
    }

    /** Whether there is something to explain: all but lines across. */
    boolean explicable() {
        return side != Side.ROUND;
    }

    @Override
    public String toString() {
        return side + " " + who() + " " + performative + " " + terms() + " " + words();
    }
}
