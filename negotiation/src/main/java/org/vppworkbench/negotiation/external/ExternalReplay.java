package org.vppworkbench.negotiation.external;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.vppworkbench.model.scenario.ExternalAgent;
import org.vppworkbench.model.scenario.HumanSeat;
import org.vppworkbench.model.simulation.CancelToken;

/** Plays back what programs and persons said, without them. What was not asked then is an error, never a guess. */
public final class ExternalReplay implements ChannelOpener {
    private static final int SHOWN = 200;

    private final Map<String, Queue<Exchange>> exchanges = new HashMap<>();

    public ExternalReplay(List<Exchange> recorded) {
        recorded.forEach(e -> exchanges.computeIfAbsent(e.agent(), id -> new ArrayDeque<>()).add(e));
    }

    @Override
    public AgentChannel open(ExternalAgent agent, CancelToken cancel) {
        return replayed(agent.id());
    }

    @Override
    public AgentChannel seat(HumanSeat seat, CancelToken cancel) {
        return replayed(seat.id());
    }

    private AgentChannel replayed(String id) {
        return new Replayed(id, new ArrayDeque<>(exchanges.getOrDefault(id, new ArrayDeque<>())));
    }

    private static final class Replayed implements AgentChannel {
        private final String id;
        private final Queue<Exchange> left;
        private final List<String> sent = new ArrayList<>();

        Replayed(String id, Queue<Exchange> left) {
            this.id = id;
            this.left = left;
        }

        @Override
        public void send(String line) {
            sent.add(line);
        }

        @Override
        public void due(double seconds) {
            // what was late then is late now
        }

        @Override
        public Heard receive() {
            Exchange next = left.poll();
            if (next == null) {
                throw new NotRecordedException(
                        id + " is asked once more than was recorded: " + shown(sent.isEmpty() ? "" : sent.getLast()));
            }
            if (!next.sent().equals(sent)) {
                throw new NotRecordedException(
                        id + ", listening " + next.number() + ": asked " + shown(difference(sent, next.sent()))
                                + ", but recorded is " + shown(difference(next.sent(), sent)));
            }
            sent.clear();
            return next.result();
        }

        /** The first line that the other does not have in this place. */
        private static String difference(List<String> lines, List<String> others) {
            for (int i = 0; i < lines.size(); i++) {
                if (i >= others.size() || !lines.get(i).equals(others.get(i))) {
                    return lines.get(i);
                }
            }
            return "nothing more";
        }

        private static String shown(String line) {
            return LineFields.oneLine(line, SHOWN);
        }

        @Override
        public void close() {
            // nothing was started
        }
    }
}
