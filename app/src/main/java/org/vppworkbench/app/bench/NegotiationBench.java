package org.vppworkbench.app.bench;

import java.util.function.Consumer;
import org.vppworkbench.model.simulation.CancelToken;

/**
 * Speed of the negotiation, language models among it: everything within one process, against a stand-in server on this
 * machine. The figures are about the program; how well a model negotiates cannot be measured without one.
 */
public final class NegotiationBench {
    /**
     * What is measured.
     *
     * @param homes homes of the rule round
     * @param calls proposals in a burst
     * @param repeats measured repetitions
     * @param days days of the sample over which agreements are counted
     */
    public record Settings(int homes, int calls, int repeats, int days) {}

    private final Settings settings;
    private final CancelToken cancel;

    public NegotiationBench(Settings settings, CancelToken cancel) {
        this.settings = settings;
        this.cancel = cancel;
    }

    /** Measures everything, telling each figure as soon as it is known. */
    public void run(Consumer<BenchRow> out) {
        new RuleRounds(new BenchFleets().scenario(settings.homes(), 1), cancel).measure(out);
        new GatewayBursts(settings.calls(), settings.repeats(), cancel).measure(out);
        new ModelDays(settings.days(), cancel).measure(out);
    }
}
