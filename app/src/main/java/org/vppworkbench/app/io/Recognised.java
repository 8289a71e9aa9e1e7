package org.vppworkbench.app.io;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.sample.FleetCsv;
import org.vppworkbench.sample.SeriesCsv;

/**
 * What a file or folder is by its content, whatever its name.
 *
 * @param kind what it is
 * @param path what is to be opened: for a file of a project, bundle or data folder, that folder
 */
public record Recognised(Kind kind, Path path) {
    /** What can be opened by dropping it. */
    public enum Kind {
        PROJECT,
        RUN,
        FLEET,
        DATA,
        PRICES
    }

    /** What can be dropped, in words. */
    public static final String WHAT_CAN_BE_DROPPED =
            "a project folder, a run bundle, a fleet (JSON or CSV), a folder of series (data.json), or a CSV of prices with a column "
                    + "interval_start_utc";

    /** Enough to find the heading of a table or the format of a document. */
    private static final int FIRST_LINE = 4000;

    /** A heading with so many columns of a fleet is meant to be one. */
    private static final int FLEET_COLUMNS = 3;

    /** Looks into a file or folder; what is none of these is refused with what can be dropped. */
    public static Reading<Recognised> of(Path path) {
        Path place = path.toAbsolutePath().normalize();
        try {
            if (Files.isDirectory(place)) {
                return folder(place);
            }
            if (!Files.isRegularFile(place)) {
                return Reading.refused(Finding.error(path.toString(), null, "no such file or folder", WHAT_CAN_BE_DROPPED));
            }
            return file(place);
        } catch (IOException e) {
            return Reading.refused(Finding.error(
                    path.toString(), null, "cannot be read: " + NewFolder.reason(e), "a file you may read"));
        }
    }

    private static Reading<Recognised> folder(Path folder) {
        if (Files.isRegularFile(folder.resolve(ProjectFile.NAME))) {
            return Reading.of(new Recognised(Kind.PROJECT, folder));
        }
        if (Files.isRegularFile(folder.resolve(Bundle.MANIFEST)) || Files.isRegularFile(folder.resolve(Bundle.INPUTS))) {
            return Reading.of(new Recognised(Kind.RUN, folder));
        }
        if (Files.isRegularFile(folder.resolve("data.json"))) {
            return Reading.of(new Recognised(Kind.DATA, folder));
        }
        return Reading.refused(Finding.error(
                folder.toString(), null, "a folder that holds none of project.json, manifest.json, inputs.json and data.json",
                WHAT_CAN_BE_DROPPED));
    }

    private static Reading<Recognised> file(Path file) throws IOException {
        String start = start(file);
        if (start.startsWith("{")) {
            return json(file);
        }
        List<String> heading = start.lines().findFirst().stream()
                .flatMap(line -> List.of(line.split(",", -1)).stream())
                .map(cell -> cell.strip().replace("\"", ""))
                .toList();
        if (heading.contains(SeriesCsv.COLUMNS.getFirst())) {
            return Reading.of(new Recognised(Kind.PRICES, file));
        }
        if (heading.stream().filter(FleetCsv.COLUMNS::contains).count() >= FLEET_COLUMNS) {
            return Reading.of(new Recognised(Kind.FLEET, file));
        }
        return unknown(file);
    }

    private static Reading<Recognised> json(Path file) throws IOException {
        String format = format(file);
        Path folder = file.getParent() == null ? file : file.getParent();
        if (format.startsWith("vpp-fleet/") || format.equals("homes")) {
            return Reading.of(new Recognised(Kind.FLEET, file));
        }
        if (format.startsWith("vpp-project/")) {
            return Reading.of(new Recognised(Kind.PROJECT, folder));
        }
        if (format.startsWith("vpp-manifest/") || format.startsWith("vpp-inputs/")) {
            return Reading.of(new Recognised(Kind.RUN, folder));
        }
        if (format.startsWith("vpp-data/")) {
            return Reading.of(new Recognised(Kind.DATA, folder));
        }
        return unknown(file);
    }

    private static Reading<Recognised> unknown(Path file) {
        return Reading.refused(Finding.error(
                file.toString(), null, "nothing that can be opened here, by its content", WHAT_CAN_BE_DROPPED));
    }

    private static String start(Path file) throws IOException {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(FIRST_LINE);
        }
        // only looked at: that it is UTF-8 is the business of its reader
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        return (text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text).stripLeading();
    }

    /** The field {@code format} of a JSON object; {@code homes} where it has none but a field of that name; else empty. */
    private static String format(Path file) throws IOException {
        boolean homes = false;
        try (BufferedReader in = Files.newBufferedReader(file); JsonReader json = new JsonReader(in)) {
            json.beginObject();
            while (json.hasNext()) {
                String name = json.nextName();
                if (name.equals("format") && json.peek() == JsonToken.STRING) {
                    return json.nextString();
                }
                homes |= name.equals("homes");
                json.skipValue();
            }
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            // not JSON to its end; what was seen until then decides, and its reader will say what is wrong
            return homes ? "homes" : "";
        }
        return homes ? "homes" : "";
    }
}
