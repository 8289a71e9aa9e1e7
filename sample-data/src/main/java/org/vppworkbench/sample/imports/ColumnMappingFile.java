package org.vppworkbench.sample.imports;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.sample.JsonFields;
import org.vppworkbench.sample.JsonText;
import org.vppworkbench.sample.TextFile;
import org.vppworkbench.sample.folder.SeriesRole;

/** Reads a {@link ColumnMapping} from JSON, {@code vpp-mapping/1}. */
public final class ColumnMappingFile {
    private static final String FORMAT = "vpp-mapping/1";
    private static final int LONGEST_STEP = 60;

    private final String file;
    private final Findings out = new Findings();

    private ColumnMappingFile(String file) {
        this.file = file;
    }

    /** Reads a file; what is wrong with it is told with the path of the field. */
    public static Reading<ColumnMapping> read(Path path) {
        Reading<String> text = TextFile.read(path);
        String content = text.value();
        return content == null ? new Reading<>(null, text.findings()) : read(content, path.toString());
    }

    /** Reads a text. */
    public static Reading<ColumnMapping> read(String text, String file) {
        return new ColumnMappingFile(file).parse(text);
    }

    private Reading<ColumnMapping> parse(String text) {
        JsonElement root = JsonText.parse(text, file, out);
        if (!(root instanceof JsonObject object)) {
            if (!out.hasErrors()) {
                out.error(file, null, "not a JSON object", "{\"format\":\"" + FORMAT + "\", …}");
            }
            return new Reading<>(null, out.list());
        }
        JsonFields fields = new JsonFields(object, file + ", ", out);
        if (!fields.text("format").equals(FORMAT)) {
            out.error(file + ", format", object.get("format"), "not a mapping", FORMAT);
            return new Reading<>(null, out.list());
        }
        JsonFields time = fields.required("time");
        String timeColumn = time.text("column");
        String pattern = pattern(time);
        ZoneId zone = zone(time);
        boolean ending = ending(time);
        Duration step = step(time, ending);
        time.warnUnknown();
        char separator = separator(fields);
        boolean comma = decimalComma(fields, separator);
        int skip = (int) fields.numberOr("skipLines", 0);
        if (skip < 0 || skip > 1000) {
            out.error(file + ", skipLines", skip, "out of range", "[0, 1000]");
        }
        List<ColumnMapping.Column> columns = columns(fields);
        String source = fields.textOr("source", "user's file, as labelled by the user");
        String licence = fields.textOr("licence", "not stated");
        fields.warnUnknown();
        return new Reading<>(
                out.hasErrors()
                        ? null
                        : new ColumnMapping(
                                timeColumn, pattern, zone, ending, step, separator, comma, skip, columns, source, licence),
                out.list());
    }

    private @Nullable String pattern(JsonFields time) {
        if (!time.has("pattern")) {
            return null;
        }
        String pattern = time.text("pattern");
        try {
            var _ = ColumnMapping.formatter(pattern);
        } catch (IllegalArgumentException e) {
            out.error(file + ", time.pattern", "\"" + pattern + "\"", "not a pattern: " + e.getMessage(), "such as dd.MM.yyyy HH:mm");
        }
        if (!time.has("zone")) {
            out.error(file + ", time.zone", null, "missing: times read by a pattern carry no offset", "such as America/Los_Angeles or UTC");
        }
        return pattern;
    }

    private @Nullable ZoneId zone(JsonFields time) {
        if (!time.has("zone")) {
            return null;
        }
        String zone = time.text("zone");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            out.error(file + ", time.zone", "\"" + zone + "\"", "unknown time zone", "such as America/Los_Angeles, UTC or -08:00");
            return null;
        }
    }

    private boolean ending(JsonFields time) {
        String label = time.text("label");
        if (!label.isEmpty() && !label.equals("beginning") && !label.equals("ending")) {
            out.error(file + ", time.label", "\"" + label + "\"", "not usable here", "beginning, ending");
        }
        return label.equals("ending");
    }

    private @Nullable Duration step(JsonFields time, boolean ending) {
        if (!time.has("stepMinutes")) {
            if (ending) {
                out.error(file + ", time.stepMinutes", null, "missing: times name the end of an interval", "1 to 60");
            }
            return ending ? Duration.ofHours(1) : null;
        }
        int minutes = time.wholeNumber("stepMinutes");
        if (minutes < 1 || minutes > LONGEST_STEP) {
            out.error(file + ", time.stepMinutes", minutes, "out of range", "[1, " + LONGEST_STEP + "] min");
        }
        return Duration.ofMinutes(Math.max(1, minutes));
    }

    private char separator(JsonFields fields) {
        String separator = fields.textOr("separator", ",");
        if (!Set.of(",", ";", "\t", "|").contains(separator)) {
            out.error(file + ", separator", "\"" + separator + "\"", "not usable here", "\",\", \";\", \"\\t\", \"|\"");
            return ',';
        }
        return separator.charAt(0);
    }

    private boolean decimalComma(JsonFields fields, char separator) {
        String decimal = fields.textOr("decimal", ".");
        boolean comma = decimal.equals(",");
        if (!comma && !decimal.equals(".")) {
            out.error(file + ", decimal", "\"" + decimal + "\"", "not usable here", "\".\", \",\"");
        }
        if (comma && separator == ',') {
            out.error(file + ", decimal", "\",\"", "the separator is a comma as well", "\".\", or another separator");
        }
        return comma;
    }

    private List<ColumnMapping.Column> columns(JsonFields fields) {
        List<ColumnMapping.Column> columns = new ArrayList<>();
        Set<SeriesRole> roles = new HashSet<>();
        List<JsonElement> list = fields.list("columns");
        for (int i = 0; i < list.size(); i++) {
            JsonFields column = fields.element("columns", i, list.get(i));
            Optional<ColumnMapping.Column> read = column == null ? Optional.empty() : column(column, "columns[" + i + "].");
            read.ifPresent(columns::add);
            if (read.isPresent() && !roles.add(read.get().role())) {
                out.error(file + ", columns[" + i + "].role", read.get().role(), "two columns have this role", "each role once");
            }
        }
        if (list.isEmpty()) {
            out.error(file + ", columns", null, "no columns", "at least one column with its role");
        }
        return columns;
    }

    private Optional<ColumnMapping.Column> column(JsonFields fields, String at) {
        String name = fields.text("column");
        String roleText = fields.text("role");
        Optional<SeriesRole> role = SeriesRole.parse(roleText);
        if (role.isEmpty()) {
            out.error(file + ", " + at + "role", "\"" + roleText + "\"", "unknown role", SeriesRole.allowed());
            return Optional.empty();
        }
        if (fields.has("unit") == fields.has("factor")) {
            out.error(file + ", " + at + "unit", null, "either a unit or a factor is needed",
                    "unit: " + UnitFactor.allowed(role.get().type()) + "; or factor: a number");
            return Optional.empty();
        }
        Optional<UnitFactor> factor = fields.has("unit")
                ? UnitFactor.of(role.get().type(), fields.text("unit"))
                : Optional.of(new UnitFactor(fields.number("factor"), fields.numberOr("offset", 0)));
        fields.warnUnknown();
        if (factor.isEmpty()) {
            out.error(file + ", " + at + "unit", "\"" + fields.text("unit") + "\"", "unknown unit for " + roleText,
                    UnitFactor.allowed(role.get().type()));
            return Optional.empty();
        }
        if (factor.get().factor() == 0) {
            out.error(file + ", " + at + "factor", 0, "not usable here", "a number that is not 0");
        }
        return Optional.of(new ColumnMapping.Column(name, role.get(), factor.get().factor(), factor.get().offset()));
    }
}
