package org.vppworkbench.app.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.forecast.ForecastReport;
import org.vppworkbench.model.settlement.SettledContract;

/**
 * A bundle read back. Only the inputs are sure to be there; the other parts are {@code null} where
 * the folder has none.
 *
 * @param folder where it is
 * @param manifest how it came to be
 * @param inputs numbers of the run
 * @param events the event stream
 * @param contracts contracts and what became of them
 * @param dispatch what every home did
 * @param baseline the optimum and the verdicts
 * @param forecast how good the price forecasts were, where they were not perfect
 * @param sampling CSV text of the sampling table, where the fleet was generated
 * @param tape text of the tape, where language models took part
 * @param external text of what programs of the user and persons were told and said, where they took part
 * @param human text of how persons came to their moves, where they agreed to a record of it
 */
public record Bundle(
        Path folder,
        @Nullable RunManifest manifest,
        InputsDocument inputs,
        @Nullable List<LoggedEvent> events,
        @Nullable List<SettledContract> contracts,
        @Nullable DispatchDocument dispatch,
        @Nullable BaselineDocument baseline,
        @Nullable ForecastReport forecast,
        @Nullable String sampling,
        @Nullable String tape,
        @Nullable String external,
        @Nullable String human) {
    public static final String MANIFEST = "manifest.json";
    public static final String MANIFEST_CHECKSUM = "manifest.sha256";
    public static final String SCENARIO = "scenario.json";
    public static final String INPUTS = "inputs.json";
    public static final String EVENTS = "events.jsonl";
    public static final String MESSAGES = "messages.jsonl";
    public static final String DISPATCH = "dispatch.csv";
    public static final String CONTRACTS = "contracts.csv";
    public static final String PROSUMERS = "prosumers.csv";
    public static final String METRICS = "metrics.json";
    public static final String BASELINE = "baseline.json";
    public static final String EXPLANATIONS = "explanations.csv";
    public static final String FORECAST = "forecast.csv";
    public static final String SAMPLING = "sampling.csv";
    public static final String TAPE = "tape.jsonl";
    public static final String EXTERNAL = "external.jsonl";
    public static final String HUMAN = "human.jsonl";
    public static final String FIGURES = "figures";

    /** SHA-256 of the user's files that went into the inputs, by name. */
    public Map<String, String> inputFiles() {
        return manifest == null ? Map.of() : manifest.inputFiles();
    }
}
