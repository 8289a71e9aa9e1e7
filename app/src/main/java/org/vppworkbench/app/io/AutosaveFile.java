package org.vppworkbench.app.io;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;

/**
 * Edits that were not saved yet, format {@code vpp-autosave/1}.
 *
 * @param savedAt wall clock
 * @param project folder of the project, or {@code null} where there is none
 * @param lastEdit the last edit in plain words
 * @param edits how many edits since the project was saved or the sample opened
 * @param scenario text of {@code scenario.json}
 * @param fleet text of {@code fleet.json}
 * @param data the user's own data, or {@code null}
 */
public record AutosaveFile(
        Instant savedAt, @Nullable String project, String lastEdit, int edits, String scenario, String fleet,
        ProjectFile.@Nullable Data data) {
    static final String FORMAT = "vpp-autosave/1";

    public String write() {
        return FormattedRecord.write(FORMAT, AutosaveFile.class, this);
    }

    /** Reads a file. */
    public static Reading<AutosaveFile> read(Path file) {
        return FormattedRecord.readFile(file, "unsaved work", FORMAT, (text, name) -> {
            List<Finding> misshapen = RecordShape.check(FORMAT, text, AutosaveFile.class, name);
            return misshapen.isEmpty()
                    ? FormattedRecord.read(FORMAT, AutosaveFile.class, text, name)
                    : new Reading<>(null, misshapen);
        });
    }
}
