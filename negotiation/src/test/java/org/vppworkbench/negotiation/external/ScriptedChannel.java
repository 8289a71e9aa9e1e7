package org.vppworkbench.negotiation.external;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import org.vppworkbench.negotiation.external.Heard.Fault;
import org.vppworkbench.negotiation.external.Heard.FaultKind;
import org.vppworkbench.negotiation.external.Heard.Line;

/** A program in memory: for every line it is told it says some lines, or nothing. Silence is a missed deadline. */
final class ScriptedChannel implements AgentChannel {
    static final String HELLO = "{\"type\":\"hello\",\"protocol\":\"vpp-agent/1\"}";

    private final Function<JsonObject, List<String>> program;
    private final Queue<Heard> waiting = new ArrayDeque<>();
    final List<JsonObject> told = new ArrayList<>();
    boolean closed;

    ScriptedChannel(Function<JsonObject, List<String>> program) {
        this.program = program;
    }

    /** A program that greets properly, and answers turns, verdicts and tools as told. */
    static ScriptedChannel of(Function<JsonObject, List<String>> program) {
        return new ScriptedChannel(message -> is(message, "hello") ? List.of(HELLO) : program.apply(message));
    }

    static boolean is(JsonObject message, String type) {
        return message.get("type").getAsString().equals(type);
    }

    static int turn(JsonObject message) {
        return message.get("turn").getAsInt();
    }

    List<JsonObject> told(String type) {
        return told.stream().filter(message -> is(message, type)).toList();
    }

    @Override
    public void send(String line) {
        JsonObject message = JsonParser.parseString(line).getAsJsonObject();
        told.add(message);
        for (String said : program.apply(message)) {
            waiting.add(said.equals("!crash") ? new Fault(FaultKind.ENDED, "ended with exit code 3") : new Line(said));
        }
    }

    @Override
    public void due(double seconds) {
        // time stands still
    }

    @Override
    public Heard receive() {
        Heard next = waiting.poll();
        return next == null ? new Fault(FaultKind.LATE, "did not answer within 5 s") : next;
    }

    @Override
    public void close() {
        closed = true;
    }
}
