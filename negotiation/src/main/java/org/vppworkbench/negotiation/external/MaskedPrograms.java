package org.vppworkbench.negotiation.external;

import org.vppworkbench.model.scenario.ExternalAgent;
import org.vppworkbench.model.scenario.HumanSeat;
import org.vppworkbench.model.scenario.KeyMask;
import org.vppworkbench.model.simulation.CancelToken;

/**
 * Programs of whose words keys are blanked out before anybody hears them, so that none reaches a record. A replay plays the
 * record back, in which they are blanked out already.
 */
public final class MaskedPrograms implements ChannelOpener {
    private final ChannelOpener programs;
    private final KeyMask keys;

    public MaskedPrograms(ChannelOpener programs, KeyMask keys) {
        this.programs = programs;
        this.keys = keys;
    }

    @Override
    public AgentChannel open(ExternalAgent agent, CancelToken cancel) {
        return new Masked(programs.open(agent, cancel), new LineMask(keys));
    }

    @Override
    public AgentChannel seat(HumanSeat seat, CancelToken cancel) {
        return new Masked(programs.seat(seat, cancel), new LineMask(keys));
    }

    private record Masked(AgentChannel channel, LineMask mask) implements AgentChannel {
        @Override
        public void send(String line) {
            mask.told(line);
            channel.send(line);
        }

        @Override
        public void due(double seconds) {
            channel.due(seconds);
        }

        @Override
        public Heard receive() {
            return mask.masked(channel.receive());
        }

        @Override
        public void note(String line) {
            channel.note(line);
        }

        @Override
        public void close() {
            channel.close();
        }
    }
}
