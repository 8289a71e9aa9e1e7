package org.vppworkbench.app.io;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.SeriesKind;

/**
 * {@code project.json}, format {@code vpp-project/1}: what a project folder holds, with SHA-256 of each file.
 *
 * @param name of the project
 * @param savedAt wall clock
 * @param application who wrote it
 * @param scenario {@code scenario.json}
 * @param fleet {@code fleet.json}
 * @param data the user's own data; {@code null} for those of a sample
 */
public record ProjectFile(
        String name, Instant savedAt, RunManifest.Application application, Part scenario, Part fleet, @Nullable Data data) {
    /** Name of the file. */
    public static final String NAME = "project.json";

    private static final String KIND = "vpp-project/";
    private static final int VERSION = 1;
    static final String FORMAT = KIND + VERSION;

    /**
     * A file.
     *
     * @param file path; inside the project, with {@code /}
     * @param sha256 as hexadecimal digits
     */
    public record Part(String file, String sha256) {}

    /** What the user's own data are. */
    public enum DataKind {
        /** A folder of series ({@code vpp-data/1}). */
        FOLDER,
        /** A CSV file of prices in place of those of a sample. */
        PRICES
    }

    /**
     * The user's own data.
     *
     * @param path inside the project where it was copied in; else absolute
     * @param copied whether the project has a copy
     * @param label how the user labels prices
     * @param files each file with its hash
     */
    public record Data(DataKind kind, String path, boolean copied, SeriesKind label, List<Part> files) {
        public Data {
            files = List.copyOf(files);
        }
    }

    public String write() {
        return FormattedRecord.write(FORMAT, ProjectFile.class, this);
    }

    /** Reads the file; a newer version of the format is named as such. */
    public static Reading<ProjectFile> read(Path file) {
        return FormattedRecord.readFile(file, "a project folder, with " + NAME, FORMAT, ProjectFile::read);
    }

    static Reading<ProjectFile> read(String text, String file) {
        int version = version(text, file);
        if (version > VERSION) {
            return Reading.refused(Finding.error(
                    file + ", format", "\"" + KIND + version + "\"",
                    "written by a newer version of the program; this is " + ApplicationInfo.NAME + " "
                            + ApplicationInfo.current().version() + ". Nothing was changed",
                    FORMAT + ", or a newer version of the program"));
        }
        List<Finding> misshapen = RecordShape.check(FORMAT, text, ProjectFile.class, file);
        return misshapen.isEmpty()
                ? FormattedRecord.read(FORMAT, ProjectFile.class, text, file)
                : new Reading<>(null, misshapen);
    }

    /** Version of a project's format, or 0. */
    private static int version(String text, String file) {
        JsonElement root = JsonText.parse(text, file, new Findings());
        JsonElement format = root instanceof JsonObject object ? object.get("format") : null;
        String value = format != null && format.isJsonPrimitive() ? format.getAsString() : "";
        String number = value.startsWith(KIND) ? value.substring(KIND.length()) : "";
        return number.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(number) : 0;
    }
}
