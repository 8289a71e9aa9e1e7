package org.vppworkbench.app.experiment;

import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.ExternalAgent;
import org.vppworkbench.model.scenario.HumanSeat;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.external.AgentChannel;
import org.vppworkbench.negotiation.external.ChannelOpener;
import org.vppworkbench.negotiation.external.Heard;

/**
 * One seat of one run, between the thread of the run, which waits for the person, and whoever shows the person what it is
 * about. Both sides speak the protocol of programs ({@code vpp-agent/1}), so that a person is told what a program in this
 * place is told, and nothing else.
 */
public final class TakenSeat implements AgentPrograms {
    private static final long POLL_MILLIS = 20;
    private static final Set<String> QUESTIONS = Set.of("what_if", "market", "home", "coalition", "check");
    private static final String GREETING = "{\"type\":\"hello\",\"protocol\":\"vpp-agent/1\"}";

    private final HumanSeat seat;
    private final AgentPrograms programs;
    private final LongSupplier nanos;
    private final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final @Nullable SeatJournal journal;

    /**
     * @param seat which place
     * @param consent whether the person agreed to a record of how the moves came about
     * @param programs where programs of the user in the same run come from
     * @param nanos a steady clock [ns]
     */
    public TakenSeat(HumanSeat seat, boolean consent, AgentPrograms programs, LongSupplier nanos) {
        this.seat = seat;
        this.programs = programs;
        this.nanos = nanos;
        this.journal = consent ? new SeatJournal(seat.id(), nanos) : null;
    }

    public HumanSeat seat() {
        return seat;
    }

    /** The next line the person is told, or {@code null} where there is none yet. */
    public @Nullable String poll() {
        return told.poll();
    }

    /** The person says a line. */
    public void say(String line) {
        said.add(line);
    }

    @Override
    public ChannelOpener opener(List<ExternalAgent> agents) {
        return programs.opener(agents);
    }

    @Override
    public ChannelOpener opener(AgentSettings settings) {
        ChannelOpener others = settings.programs().isEmpty() ? null : programs.opener(settings.programs());
        return new ChannelOpener() {
            @Override
            public AgentChannel open(ExternalAgent agent, CancelToken cancel) {
                if (others == null) {
                    throw new IllegalStateException("no program for " + agent.id());
                }
                return others.open(agent, cancel);
            }

            @Override
            public AgentChannel seat(HumanSeat wanted, CancelToken cancel) {
                if (!wanted.equals(seat)) {
                    throw new IllegalStateException("nobody sits at " + wanted.id());
                }
                return new Channel(cancel);
            }
        };
    }

    @Override
    public @Nullable String choices() {
        return journal == null ? null : journal.text();
    }

    /** The side of the run. */
    private final class Channel implements AgentChannel {
        private final CancelToken cancel;
        private double seconds = Double.POSITIVE_INFINITY;
        private long from;

        Channel(CancelToken cancel) {
            this.cancel = cancel;
        }

        @Override
        public void send(String line) {
            if (journal != null) {
                journal.told(line);
            }
            told.add(line);
            if (type(line).equals("hello")) {
                said.add(GREETING);
            }
        }

        @Override
        public void due(double time) {
            seconds = time;
            from = nanos.getAsLong();
        }

        @Override
        public Heard receive() {
            while (true) {
                cancel.check("the person at " + seat.id() + " decided");
                String line = next();
                if (line != null) {
                    keep(line);
                    return new Heard.Line(line);
                }
                if ((nanos.getAsLong() - from) / 1e9 >= seconds) {
                    if (journal != null) {
                        journal.move(null);
                    }
                    told.add("{\"type\":\"late\"}");
                    return new Heard.Fault(
                            Heard.FaultKind.LATE, String.format(Locale.ROOT, "did not decide within %s s", seconds));
                }
            }
        }

        private void keep(String line) {
            if (journal == null || line.equals(GREETING)) {
                return;
            }
            if (QUESTIONS.contains(type(line))) {
                journal.question(line);
            } else {
                journal.move(line);
            }
        }

        private @Nullable String next() {
            try {
                return said.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while waiting for a person");
            }
        }

        @Override
        public void note(String line) {
            if (journal != null) {
                journal.note(line);
            }
        }

        @Override
        public void close() {
            told.add("{\"type\":\"over\"}");
        }
    }

    private static String type(String line) {
        try {
            var parsed = JsonParser.parseString(line);
            return parsed.isJsonObject() && parsed.getAsJsonObject().has("type")
                    ? parsed.getAsJsonObject().get("type").getAsString()
                    : "";
        } catch (RuntimeException e) {
            return ""; // no line of the protocol; the run says so
        }
    }

    /** All lines told so far, for those who look in one go. */
    public List<String> drain() {
        List<String> lines = new ArrayList<>();
        for (String line = poll(); line != null; line = poll()) {
            lines.add(line);
        }
        return lines;
    }
}
