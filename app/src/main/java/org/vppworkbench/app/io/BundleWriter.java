package org.vppworkbench.app.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.vppworkbench.model.forecast.ForecastReport;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

/** Writes a run bundle: complete under its final name, or not at all. */
public final class BundleWriter {
    private final Path part;
    private final ProgressSink progress;
    private final CancelToken cancel;
    private final int total;
    private final Map<String, String> hashes = new LinkedHashMap<>();

    private BundleWriter(Path part, int total, ProgressSink progress, CancelToken cancel) {
        this.part = part;
        this.total = total;
        this.progress = progress;
        this.cancel = cancel;
    }

    /**
     * Writes {@code content} as the folder {@code target}.
     *
     * @throws RefusedException where the folder cannot be made
     * @throws CancellationException where the user cancelled; nothing is left behind
     */
    public static void write(
            Path target, BundleContent content, ProgressSink progress, CancelToken cancel) {
        int files = 11 + (content.forecast() == null ? 0 : 1) + (content.sampling() == null ? 0 : 1)
                + (content.tape() == null ? 0 : 1)
                + (content.external() == null ? 0 : 1) + (content.human() == null ? 0 : 1) + content.figures().size();
        NewFolder.make(target, cancel, part -> new BundleWriter(part, files, progress, cancel).fill(content));
    }

    private interface Text {
        void write(Writer out) throws IOException;
    }

    private interface Bytes {
        void write(OutputStream out) throws IOException;
    }

    private void fill(BundleContent content) throws IOException {
        RunManifest manifest = content.manifest();
        var inputs = content.inputs().inputs();
        String scenario = ScenarioJson.write(manifest.configuration().scenario());
        text(Bundle.SCENARIO, out -> out.write(scenario));
        text(Bundle.INPUTS, out -> out.write(InputsJson.write(content.inputs())));
        text(Bundle.EVENTS, out -> EventsJsonl.write(content.events(), out));
        text(Bundle.MESSAGES, out -> MessagesJsonl.write(content.events(), out));
        text(Bundle.DISPATCH, out -> DispatchCsv.write(inputs, content.dispatch(), out));
        text(Bundle.CONTRACTS, out -> ContractsCsv.write(inputs.horizon(), content.contracts(), out));
        text(Bundle.PROSUMERS, out -> ProsumersCsv.write(content.metrics().prosumers(), out));
        String metrics = MetricsJson.write(
                manifest.mechanism(), manifest.label(), PriceKinds.of(manifest.provenance()), content.metrics());
        text(Bundle.METRICS, out -> out.write(metrics));
        text(Bundle.BASELINE, out -> out.write(BaselineJson.write(content.baseline())));
        ForecastReport forecast = content.forecast();
        if (forecast != null) {
            text(Bundle.FORECAST, out -> ForecastCsv.write(forecast, out));
        }
        String sampling = content.sampling();
        if (sampling != null) {
            text(Bundle.SAMPLING, out -> out.write(sampling));
        }
        String external = content.external();
        if (external != null) {
            text(Bundle.EXTERNAL, out -> out.write(external));
        }
        String human = content.human();
        if (human != null) {
            text(Bundle.HUMAN, out -> out.write(human));
        }
        String tape = content.tape();
        if (tape != null) {
            text(Bundle.TAPE, out -> out.write(tape));
        }
        Files.createDirectories(part.resolve(Bundle.FIGURES));
        for (BundleContent.Picture figure : content.figures()) {
            bytes(Bundle.FIGURES + "/" + figure.name(), figure::write);
        }
        String last = ManifestJson.write(manifest.with(hashes, manifest.solver()));
        text(Bundle.MANIFEST, out -> out.write(last));
        text(Bundle.MANIFEST_CHECKSUM, out -> out.write(ManifestChecksum.of(last)));
    }

    private void text(String name, Text content) throws IOException {
        bytes(
                name,
                out -> {
                    Writer writer = new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8);
                    content.write(writer);
                    writer.flush();
                });
    }

    private void bytes(String name, Bytes content) throws IOException {
        cancel.check(name + " was written");
        progress.report(hashes.size(), total, "writing " + name);
        Path file = part.resolve(name);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.write(out);
        }
        hashes.put(name, Sha256.of(file));
    }
}
