package org.vppworkbench.app.io;

import com.google.gson.stream.JsonWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.CancelToken;

/** Writes {@code shares.csv} and {@code shares.json}, format {@code vpp-shares/1}. */
public final class SharesFiles {
    public static final String FORMAT = "vpp-shares/1";
    public static final String CSV = "shares.csv";
    public static final String JSON = "shares.json";
    public static final List<String> COLUMNS =
            List.of("prosumer", "surplus_usd", "shapley_usd", "standard_error_usd", "difference_usd");

    /** Two surpluses closer than this are of one run [$]. */
    private static final double SAME_USD = 1e-6;

    private SharesFiles() {}

    /**
     * Writes both files as a new folder.
     *
     * @param cancel asked before the folder gets its name
     * @throws RefusedException where the folder cannot be made
     * @throws CancellationException where the user cancelled; nothing is left behind
     */
    public static void write(Path folder, SharesDocument shares, CancelToken cancel) {
        NewFolder.make(folder, cancel, part -> {
            try (Writer csv = Files.newBufferedWriter(part.resolve(CSV))) {
                csv(shares, csv);
            }
            Files.writeString(part.resolve(JSON), json(shares));
        });
    }

    /**
     * Reads the Shapley values of {@code shares.csv}.
     *
     * @param folder written by {@link #write}
     * @param surplusUsd surplus of every home of the run they must belong to [$]
     * @return Shapley value by home [$], or findings
     */
    public static Reading<Map<String, Double>> readShapley(Path folder, Map<String, Double> surplusUsd) {
        Path file = folder.resolve(CSV);
        Findings findings = new Findings();
        Map<String, Double> values = new LinkedHashMap<>();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            CsvText.read(in, file.toString(), COLUMNS, findings, row -> {
                String home = row.text("prosumer");
                double surplus = row.number("surplus_usd");
                Double expected = surplusUsd.get(home);
                if (expected == null || Math.abs(expected - surplus) > SAME_USD) {
                    findings.error(
                            row.where("surplus_usd"), home + " " + surplus, "this is not the surplus of that home in the run",
                            "the shares of the same run: vpp shares --bundle");
                }
                values.put(home, row.number("shapley_usd"));
            });
        } catch (CharacterCodingException e) {
            findings.error(file.toString(), null, "not UTF-8 text", null);
        } catch (IOException e) {
            findings.error(file.toString(), null, "cannot be read: " + NewFolder.reason(e), "a folder written by vpp shares --out");
        }
        if (!findings.hasErrors() && !values.keySet().equals(surplusUsd.keySet())) {
            findings.error(
                    file.toString(), values.size() + " homes", "these are not the homes of the run",
                    "the shares of the same run: vpp shares --bundle");
        }
        return new Reading<>(findings.hasErrors() ? null : values, findings.list());
    }

    static void csv(SharesDocument shares, Writer out) throws IOException {
        CsvText.write(out, COLUMNS, printer -> {
            for (SharesDocument.Share share : shares.homes()) {
                printer.row(
                        share.prosumer(),
                        CsvText.number(share.surplusUsd()),
                        CsvText.number(share.shapleyUsd()),
                        CsvText.optional(share.standardErrorUsd()),
                        CsvText.number(share.differenceUsd()));
            }
        });
    }

    static String json(SharesDocument shares) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = MetricsJson.pretty(text)) {
            json.beginObject();
            json.name("format").value(FORMAT);
            json.name("mechanism").value(shares.mechanism());
            json.name("method").value(shares.exact() ? "ENUMERATED" : "SAMPLED");
            json.name("permutations").value(shares.permutations());
            json.name("seed").value(shares.seed());
            json.name("coalitions").value(shares.coalitions());
            json.name("grandCoalitionUsd").value(shares.grandUsd());
            json.name("accuracyUsd").value(shares.accuracyUsd());
            excess(json, "run", shares.run());
            excess(json, "shapley", shares.shapley());
            optional(json, "leastCoreUsd", shares.leastCoreUsd());
            json.name("notDefined").beginObject();
            if (shares.leastCoreUsd() == null) {
                json.name("leastCoreUsd").value(shares.leastCoreReason());
            }
            json.endObject();
            json.endObject();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return text.append('\n').toString();
    }

    private static void excess(JsonWriter json, String name, SharesDocument.Excess excess) throws IOException {
        json.name(name).beginObject();
        optional(json, "maxExcessUsd", excess.mostUsd());
        json.name("coalition").beginArray();
        for (String id : excess.coalition()) {
            json.value(id);
        }
        json.endArray();
        json.name("unusedUsd").value(excess.unusedUsd());
        json.name("allCoalitions").value(excess.exhaustive());
        json.name("blocked").value(excess.blocked());
        json.endObject();
    }

    private static void optional(JsonWriter json, String name, @Nullable Double value) throws IOException {
        json.name(name);
        if (value == null) {
            json.nullValue();
        } else {
            json.value(value);
        }
    }
}
