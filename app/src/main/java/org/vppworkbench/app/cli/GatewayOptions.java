package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.llm.settings.Limits;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that say how a language model is reached, one question at a time; none of them changes what is asked. */
sealed class GatewayOptions permits ParallelGatewayOptions {
    private static final int MOST_PER_MINUTE = 1_000_000;
    private static final int MOST_TOKENS_PER_MINUTE = 1_000_000_000;
    private static final int MOST_SECONDS = 3600;

    @Option(names = "--tape", paramLabel = "record:FILE|replay:FILE", converter = TapeOption.class,
            description = {
                "record: also write all requests and replies to a new file as they come, so that a stopped run keeps them;",
                "replay: take them from a file, without key and network; a request that is not in it ends the run"
            })
    TapeOption.@Nullable Choice tape;

    @Option(names = "--llm-prices", paramLabel = "FILE",
            description = "your own price list of models, vpp-prices/1 (default: the dated one of the program)")
    @Nullable Path prices;

    @Option(names = "--llm-rpm", paramLabel = "N", description = "requests per minute, at most (default: no limit of our own)")
    @Nullable Integer requestsPerMinute;

    @Option(names = "--llm-tpm", paramLabel = "N", description = "tokens per minute, at most (default: no limit of our own)")
    @Nullable Integer tokensPerMinute;

    @Option(names = "--llm-silence", paramLabel = "S",
            description = {
                "seconds for the first sign of life of a server, 1 to 3600 (default: 20). A slow model is waited for as long as",
                "its server answers anything; raise it for a slow server that answers one request at a time"
            })
    @Nullable Integer silenceSeconds;

    @Option(names = "--llm-timeout", paramLabel = "S", description = "seconds for one whole answer, 1 to 3600 (default: 60)")
    @Nullable Integer answerSeconds;

    @Option(names = "--consent",
            description = "you agree to what leaves this machine, which is told before the first request; needed where nobody can be asked")
    boolean consent;

    /** How hard a server is driven, as far as given. */
    Limits limits() {
        Limits limits = Limits.USUAL.withRequestsPerMinute(requestsPerMinute).withTokensPerMinute(tokensPerMinute);
        Integer silence = silenceSeconds;
        Integer answer = answerSeconds;
        limits = silence == null ? limits : limits.withSilence(Duration.ofSeconds(silence));
        limits = answer == null ? limits : limits.withAnswer(Duration.ofSeconds(answer));
        // five times an answer, as it is by default
        limits = answer == null ? limits : limits.withPatience(Duration.ofSeconds(5L * Math.max(60, answer)));
        return limits;
    }

    void check(CommandSpec spec) {
        range(spec, "--llm-rpm", requestsPerMinute, MOST_PER_MINUTE);
        range(spec, "--llm-tpm", tokensPerMinute, MOST_TOKENS_PER_MINUTE);
        range(spec, "--llm-silence", silenceSeconds, MOST_SECONDS);
        range(spec, "--llm-timeout", answerSeconds, MOST_SECONDS);
    }

    static void range(CommandSpec spec, String name, @Nullable Integer value, int most) {
        if (value != null) {
            Arguments.checkRange(spec, name, value, 1, most);
        }
    }

    /** The options that were given, by name. */
    final List<String> given() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        put(all);
        return all.entrySet().stream().filter(e -> e.getValue() != null).map(Map.Entry::getKey).toList();
    }

    /** Adds the options by name, {@code null} where they were not given. */
    void put(Map<String, @Nullable Object> all) {
        all.put("--tape", tape);
        all.put("--llm-prices", prices);
        all.put("--llm-rpm", requestsPerMinute);
        all.put("--llm-tpm", tokensPerMinute);
        all.put("--llm-silence", silenceSeconds);
        all.put("--llm-timeout", answerSeconds);
        all.put("--consent", consent ? true : null);
    }
}
