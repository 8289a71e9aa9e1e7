package org.vppworkbench.negotiation.external;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.agent.language.ReplyFault;

/**
 * Keeps the moves of a person: what a turn told, and the reply. A question to a tool that was answered changes nothing of a
 * run and is left out, with its answer.
 */
final class RecordedMoves implements AgentChannel {
    private static final Set<String> QUESTIONS = Set.of("what_if", "market", "home", "coalition", "check");
    private static final Set<String> ANSWERS =
            Set.of("what_if_result", "market_view", "home_view", "coalition_result", "check_result");

    private final String id;
    private final AgentChannel channel;
    private final List<Exchange> exchanges;
    private final List<String> sent = new ArrayList<>();
    private @Nullable Heard question;
    private int number;

    RecordedMoves(String id, AgentChannel channel, List<Exchange> exchanges) {
        this.id = id;
        this.channel = channel;
        this.exchanges = exchanges;
    }

    @Override
    public void send(String line) {
        boolean answered = question != null && ANSWERS.contains(type(line));
        if (answered) {
            question = null;
        } else {
            keepQuestion();
            sent.add(line);
        }
        channel.send(line);
    }

    @Override
    public void due(double seconds) {
        channel.due(seconds);
    }

    @Override
    public Heard receive() {
        keepQuestion();
        Heard heard = channel.receive();
        if (heard instanceof Heard.Line line && QUESTIONS.contains(type(line.text()))) {
            question = heard;
        } else {
            keep(heard);
        }
        return heard;
    }

    /** One that was not answered is a fault, and faults are on record. */
    private void keepQuestion() {
        Heard waiting = question;
        if (waiting != null) {
            question = null;
            keep(waiting);
        }
    }

    private void keep(Heard heard) {
        exchanges.add(Exchange.of(id, ++number, sent, heard));
        sent.clear();
    }

    private static String type(String line) {
        try {
            return LineFields.of(line).text("type");
        } catch (ReplyFault e) {
            return "";
        }
    }

    @Override
    public void note(String line) {
        channel.note(line);
    }

    @Override
    public void close() {
        keepQuestion();
        if (!sent.isEmpty()) {
            exchanges.add(Exchange.unanswered(id, ++number, sent));
            sent.clear();
        }
        channel.close();
    }
}
