package org.vppworkbench.negotiation.external;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.ExternalAgent;
import org.vppworkbench.negotiation.agent.language.ReplyFault;
import org.vppworkbench.negotiation.external.Heard.Fault;
import org.vppworkbench.negotiation.external.Heard.FaultKind;
import org.vppworkbench.negotiation.external.Heard.Line;
import org.vppworkbench.negotiation.protocol.UnusableReplyException;

/**
 * The talk with one program, or one person ({@code vpp-agent/1}): numbered turns, questions to its tools within a turn, and patience that
 * ends. A program that ended, or missed three deadlines, is not asked again in the run.
 */
final class AgentTalk implements AutoCloseable {
    static final String PROTOCOL = "vpp-agent/1";

    /** Name of the check of the gate under which faults of a program are recorded. */
    static final String CHECK = "external";

    /** The same of a person. */
    static final String HUMAN_CHECK = "human";

    /** Answers to earlier turns that are passed over in one turn. */
    private static final int MOST_STALE = 100;

    /** A program starts more slowly than it answers [s]. Assumption. */
    private static final double STARTING_SECONDS = 10;

    private final Party party;
    private final AgentChannel channel;
    private int turn;
    private int missed;
    private int asked;
    private boolean greeted;
    private int byRuleUntil = -1;
    private @Nullable String gone;

    AgentTalk(ExternalAgent agent, AgentChannel channel) {
        this(Party.of(agent), channel);
    }

    AgentTalk(Party party, AgentChannel channel) {
        this.party = party;
        this.channel = channel;
    }

    /** Answers what a program asks during its turn. */
    interface Tools {
        /** The answer, or {@code null} where {@code type} is no tool. */
        @Nullable LineWriter answer(String type, LineFields question) throws ReplyFault;
    }

    /**
     * What a program said in its turn.
     *
     * @param type what kind of reply
     * @param fields the rest of it
     * @param line as it came
     */
    record Said(String type, LineFields fields, String line) {}

    String id() {
        return party.id();
    }

    Party party() {
        return party;
    }

    /** Whether the program is still asked. */
    boolean present() {
        return gone == null;
    }

    /** Whether it is asked about deals of an hour. */
    boolean asked(int hour) {
        return present() && hour > byRuleUntil;
    }

    /** Puts something on record of which whoever decides is told nothing. */
    void note(LineWriter note) {
        channel.note(note.line());
    }

    /**
     * A person leaves a turn to the rules.
     *
     * @param said of type {@code rule}; its {@code scope} is {@code once}, {@code hour} or {@code rest}
     * @param hour of the deal
     */
    void left(Said said, int hour) throws ReplyFault {
        String scope = said.fields().optionalText("scope");
        said.fields().nothingElse();
        switch (scope == null ? "once" : scope) {
            case "once" -> {
                // the next turn is asked again
            }
            case "hour" -> byRuleUntil = hour;
            case "rest" -> gone = "left the seat";
            default -> throw new ReplyFault("scope is " + LineFields.shown(String.valueOf(scope)) + ", must be once, hour or rest");
        }
    }

    /** Tells the program something that needs no answer. */
    void tell(LineWriter news) {
        if (present()) {
            channel.send(news.line());
        }
    }

    /** Number of the next turn. */
    int nextTurn() {
        return turn + 1;
    }

    /**
     * Greets the program; its greeting is waited for before the first turn, so that several programs start side by side.
     */
    void greet(LineWriter hello) {
        channel.send(hello.line());
    }

    /**
     * Gives the program its turn.
     *
     * @param message carries the number {@link #nextTurn()}
     * @throws UnusableReplyException where it has no readable reply in time
     */
    Said ask(LineWriter message, Tools tools) {
        turn++;
        asked = 0;
        if (!greeted) {
            awaitGreeting();
        }
        channel.send(message.line());
        channel.due(party.deadlineSeconds());
        return await(tools);
    }

    /** Gives it the same turn once more, with the reason. */
    Said askAgain(LineWriter verdict, Tools tools) {
        channel.send(verdict.line());
        channel.due(party.deadlineSeconds());
        return await(tools);
    }

    private void awaitGreeting() {
        channel.due(Math.max(STARTING_SECONDS, party.deadlineSeconds()));
        switch (channel.receive()) {
            case Fault fault -> throw ended(fault.words());
            case Line line -> {
                String why = badGreeting(line.text());
                if (why != null) {
                    throw ended("does not speak " + PROTOCOL + ": " + why);
                }
                greeted = true;
            }
        }
    }

    private static @Nullable String badGreeting(String line) {
        try {
            LineFields hello = LineFields.of(line);
            String type = hello.text("type");
            if (!type.equals("hello")) {
                return "its first line is " + LineFields.shown(type) + ", must be \"hello\"";
            }
            String protocol = hello.text("protocol");
            hello.optionalText("name");
            hello.nothingElse();
            return protocol.equals(PROTOCOL) ? null : "its hello says " + LineFields.shown(protocol);
        } catch (ReplyFault e) {
            return e.words();
        }
    }

    private Said await(Tools tools) {
        int stale = 0;
        while (true) {
            switch (channel.receive()) {
                case Fault fault -> throw fault(fault);
                case Line line -> {
                    Said said = understood(line.text(), tools);
                    if (said != null) {
                        return said;
                    }
                    if (++stale > (long) MOST_STALE + party.questions()) {
                        throw miss("does not come to an answer");
                    }
                }
            }
        }
    }

    /** The reply, or {@code null} where the line was an old answer, or a question that is answered now. */
    private @Nullable Said understood(String line, Tools tools) {
        try {
            LineFields fields = LineFields.of(line);
            String type = fields.text("type");
            int of = fields.whole("turn");
            if (of < turn) {
                return null;
            }
            if (of > turn) {
                throw new ReplyFault("turn " + of + ", must be " + turn);
            }
            LineWriter answer = tools.answer(type, fields);
            if (answer == null) {
                return new Said(type, fields, line);
            }
            asked++;
            channel.send(asked > party.questions() ? usedUp().line() : answer.line());
            return null;
        } catch (ReplyFault e) {
            throw new UnusableReplyException(
                    party.check(), party.words() + " sent what cannot be used: " + e.words(), true);
        }
    }

    private LineWriter usedUp() {
        return LineWriter.of("error")
                .put("turn", turn)
                .put("detail", "all " + party.questions() + " questions of this turn are used up; a reply is due");
    }

    private UnusableReplyException fault(Fault fault) {
        return switch (fault.kind()) {
            case LATE -> miss(fault.words());
            case ENDED, TOO_LONG -> ended(fault.words());
            case NOT_TEXT -> unusable(fault.words() + "; rules decide in its place", true);
        };
    }

    private UnusableReplyException miss(String words) {
        missed++;
        String count = party.human() ? "" : " (" + missed + " of " + party.mostMissed() + ")";
        return missed >= party.mostMissed() ? ended(words + count) : unusable(words + count + "; rules decide in its place", false);
    }

    private UnusableReplyException ended(String words) {
        gone = words;
        channel.close();
        return unusable(words + "; it is not asked again in this run, rules decide in its place", false);
    }

    private UnusableReplyException unusable(String words, boolean repairable) {
        return new UnusableReplyException(party.check(), party.words() + " " + words, repairable);
    }

    @Override
    public void close() {
        channel.close();
    }
}
