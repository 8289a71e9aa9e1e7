package org.vppworkbench.app.io;

import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.scenario.Scenario;

/** {@code scenario.json}, format {@code vpp-scenario/1}: everything a user chose. */
public final class ScenarioJson {
    public static final String FORMAT = "vpp-scenario/1";

    private ScenarioJson() {}

    /** The document: the labels this version knows only one value of stand beside the choices. */
    private record Document(String rules, String timeline, String forecast, Scenario scenario) {}

    private static final String TIMELINE = "HOURLY";

    public static String write(Scenario scenario) {
        return FormattedRecord.write(
                FORMAT,
                Document.class,
                new Document(RunManifest.RESEARCH, TIMELINE, RunManifest.PERFECT, scenario));
    }

    public static Reading<Scenario> read(String text, String file) {
        Reading<Document> read =
                FormattedRecord.read(FORMAT, Document.class, text, file);
        Document document = read.value();
        if (document == null) {
            return new Reading<>(null, read.findings());
        }
        String known = RunManifest.RESEARCH + ", " + TIMELINE + ", " + RunManifest.PERFECT;
        String asked = document.rules() + ", " + document.timeline() + ", " + document.forecast();
        if (!asked.equals(known)) {
            return Reading.refused(
                    Finding.error(
                            file + ", rules, timeline, forecast", asked, "not supported by this version", known));
        }
        return Reading.of(document.scenario());
    }
}
