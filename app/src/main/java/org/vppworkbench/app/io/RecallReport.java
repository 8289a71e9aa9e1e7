package org.vppworkbench.app.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.negotiation.language.ModelIdentity;
import org.vppworkbench.negotiation.probe.RecallResult;

/**
 * What a model remembered of prices when it was probed ({@code vpp-probe/1}); part of the manifest of runs that name it.
 *
 * @param date day of the probe, ISO 8601
 * @param provider {@code gemini}, {@code openai} or {@code ollama}
 * @param model id that was asked for
 * @param host the endpoint
 * @param data id of the data whose prices were asked about
 * @param questions number of questions
 * @param replied questions that were replied to, an honest no among them
 * @param knownShare answers within 10 % of the price over questions replied to [0..1]
 * @param chanceShare the share knowing the level of prices alone would reach [0..1]
 * @param suspicious whether it remembers more than chance would have it
 */
public record RecallReport(
        String date,
        String provider,
        String model,
        String host,
        String data,
        long questions,
        long replied,
        double knownShare,
        double chanceShare,
        boolean suspicious) {
    public static final String FORMAT = "vpp-probe/1";

    private record Document(RecallReport probe) {}

    /** The report of a probe. */
    public static RecallReport of(String date, ModelIdentity asked, String data, RecallResult result) {
        return new RecallReport(
                date, asked.provider(), asked.model(), asked.host(), data, result.items().size(), result.replied(),
                result.knownShare(), result.chanceShare(), result.suspicious());
    }

    /** The text of a file. */
    public String write() {
        return FormattedRecord.write(FORMAT, Document.class, new Document(this));
    }

    /** Reads a file; everything wrong is a finding. */
    public static Reading<RecallReport> read(Path file) {
        return FormattedRecord.readFile(file, "the file of vpp probe --out", FORMAT, RecallReport::read);
    }

    private static Reading<RecallReport> read(String text, String file) {
        List<Finding> misshapen = RecordShape.check(FORMAT, text, Document.class, file);
        if (!misshapen.isEmpty()) {
            return new Reading<>(null, misshapen);
        }
        Reading<Document> read = FormattedRecord.read(FORMAT, Document.class, text, file);
        Document document = read.value();
        return document == null ? new Reading<>(null, read.findings()) : Reading.of(document.probe());
    }

    /** One sentence. */
    public String words() {
        return String.format(
                Locale.ROOT,
                "recall probe of %s on %s: %d of %d questions answered, within 10 %% of the price %.0f %%, by chance %.0f %%: %s", date,
                data, replied, questions, 100 * knownShare, 100 * chanceShare,
                suspicious ? "the model remembers prices of this data" : "no sign that it knows the data by heart");
    }
}
