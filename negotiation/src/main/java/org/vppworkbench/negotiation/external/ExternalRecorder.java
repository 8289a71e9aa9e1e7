package org.vppworkbench.negotiation.external;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.scenario.ExternalAgent;
import org.vppworkbench.model.scenario.HumanSeat;
import org.vppworkbench.model.simulation.CancelToken;

/** Starts programs and keeps all that was said with them, in the order of the run. One recorder is one run. */
public final class ExternalRecorder implements ChannelOpener {
    private final ChannelOpener programs;
    private final List<Exchange> exchanges = new ArrayList<>();

    public ExternalRecorder(ChannelOpener programs) {
        this.programs = programs;
    }

    @Override
    public AgentChannel open(ExternalAgent agent, CancelToken cancel) {
        return new Recorded(agent.id(), programs.open(agent, cancel), exchanges);
    }

    /** Of a person only the moves are kept, for a replay needs no more: no question to a tool, and no time. */
    @Override
    public AgentChannel seat(HumanSeat seat, CancelToken cancel) {
        return new RecordedMoves(seat.id(), programs.seat(seat, cancel), exchanges);
    }

    /** What was said so far. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    private static final class Recorded implements AgentChannel {
        private final String id;
        private final AgentChannel channel;
        private final List<Exchange> exchanges;
        private final List<String> sent = new ArrayList<>();
        private int number;

        Recorded(String id, AgentChannel channel, List<Exchange> exchanges) {
            this.id = id;
            this.channel = channel;
            this.exchanges = exchanges;
        }

        @Override
        public void send(String line) {
            sent.add(line);
            channel.send(line);
        }

        @Override
        public void due(double seconds) {
            channel.due(seconds);
        }

        @Override
        public Heard receive() {
            Heard heard = channel.receive();
            exchanges.add(Exchange.of(id, ++number, sent, heard));
            sent.clear();
            return heard;
        }

        @Override
        public void close() {
            if (!sent.isEmpty()) {
                exchanges.add(Exchange.unanswered(id, ++number, sent));
                sent.clear();
            }
            channel.close();
        }
    }
}
