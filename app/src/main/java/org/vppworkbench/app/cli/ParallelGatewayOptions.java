package org.vppworkbench.app.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.llm.settings.Limits;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that say how a language model is reached by a command that asks many questions at once. */
final class ParallelGatewayOptions extends GatewayOptions {
    private static final int MOST_AT_ONCE = 1024;

    @Option(names = "--llm-concurrency", paramLabel = "N",
            description = "requests under way at once, 1 to 1024 (default: 64)")
    @Nullable Integer concurrency;

    @Override
    Limits limits() {
        Limits limits = super.limits();
        return concurrency == null ? limits : limits.withConcurrency(concurrency);
    }

    @Override
    void check(CommandSpec spec) {
        super.check(spec);
        range(spec, "--llm-concurrency", concurrency, MOST_AT_ONCE);
    }

    @Override
    void put(Map<String, @Nullable Object> all) {
        super.put(all);
        all.put("--llm-concurrency", concurrency);
    }
}
