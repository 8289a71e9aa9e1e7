package org.vppworkbench.app.io;

import java.nio.file.Path;
import java.util.List;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.scenario.Scenario;

/** {@code scenario.json}, format {@code vpp-scenario/1}: everything a user chose. */
public final class ScenarioJson {
    public static final String FORMAT = "vpp-scenario/1";

    private ScenarioJson() {}

    private record Document(Scenario scenario) {}

    public static String write(Scenario scenario) {
        return FormattedRecord.write(
                FORMAT,
                Document.class,
                new Document(scenario));
    }

    /** Reads a file; everything wrong is a finding with the field, its value and what is allowed. */
    public static Reading<Scenario> read(Path file) {
        return FormattedRecord.readFile(file, "the scenario.json of a bundle", FORMAT, ScenarioJson::read);
    }

    public static Reading<Scenario> read(String text, String file) {
        List<Finding> misshapen = RecordShape.check(FORMAT, text, Document.class, file);
        if (!misshapen.isEmpty()) {
            return new Reading<>(null, misshapen);
        }
        Reading<Document> read =
                FormattedRecord.read(FORMAT, Document.class, text, file);
        Document document = read.value();
        if (document == null) {
            return new Reading<>(null, read.findings());
        }
        return Reading.of(document.scenario());
    }
}
