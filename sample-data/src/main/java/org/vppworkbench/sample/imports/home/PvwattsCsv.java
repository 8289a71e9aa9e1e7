package org.vppworkbench.sample.imports.home;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.imports.source.CsvRows;
import org.vppworkbench.sample.imports.source.FilePart;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.InputRefusedException;
import org.vppworkbench.sample.imports.source.TableHeader;
import org.vppworkbench.sample.imports.source.TableRow;

/**
 * Reads the hourly CSV of the PVWatts web tool: some thirty title rows with the system, the column names, one row per hour
 * and a row of totals.
 */
final class PvwattsCsv {
    private static final String MONTH = "month";
    private static final String DAY = "day";
    private static final String HOUR = "hour";
    private static final String AC = "ac_system_output_w";
    private static final CsvRows ROWS =
            new CsvRows(',', 0, names -> names.contains(MONTH) && names.contains(HOUR), TableHeader::lowerCase);
    private static final Pattern CAPACITY =
            Pattern.compile("(?i)dc system size \\(kw\\):?\\s*,\\s*([0-9.]+)\\s*,*");
    private static final Pattern PLACE = Pattern.compile(
            "(?i)(requested location|latitude[^,]*|longitude[^,]*|array tilt[^,]*|array azimuth[^,]*|system losses[^,]*)\\s*,(.*)");

    private final String file;
    private final ImportLog log;
    private final StringBuilder place = new StringBuilder();
    private final double[] watts = new double[StandardYear.HOURS];
    private double capacity = Double.NaN;
    private boolean good = true;
    private int hours;

    private PvwattsCsv(String file, ImportLog log) {
        this.file = file;
        this.log = log;
    }

    /**
     * The system, or {@code null} with findings.
     *
     * @param standard time of the rows; the file does not say
     */
    static @Nullable PvwattsSystem read(FilePart part, ZoneOffset standard, ImportLog log) throws IOException {
        PvwattsCsv csv = new PvwattsCsv(part.name(), log);
        ROWS.read(part, log, csv::row, csv::title);
        return csv.system(standard);
    }

    private void title(String text) {
        Matcher size = CAPACITY.matcher(text.strip());
        if (size.matches()) {
            try {
                capacity = Double.parseDouble(size.group(1));
            } catch (NumberFormatException e) {
                capacity = Double.NaN; // told as missing
            }
        }
        Matcher about = PLACE.matcher(text.strip());
        if (about.matches() && place.length() < 300) {
            place.append(place.isEmpty() ? "" : ", ").append(about.group(1)).append(about.group(2).replaceAll(",+$", ""));
        }
    }

    private void row(TableRow row) throws InputRefusedException {
        if (hours == 0 && good && !row.header().require(List.of(MONTH, DAY, HOUR, AC), log)) {
            good = false;
        }
        if (!good || row.text(MONTH).equalsIgnoreCase("Totals")) {
            return;
        }
        if (hours >= StandardYear.HOURS) {
            good = false;
            log.error(row.where(), null, "more hours than a year without leap day has", StandardYear.HOURS + " rows");
            return;
        }
        String label = "month " + row.text(MONTH) + ", day " + row.text(DAY) + ", hour " + row.text(HOUR);
        if (!label.equals(StandardYear.words(hours))) {
            good = false;
            log.error(row.where(), label, "not the next hour: a row is missing, doubled or out of order",
                    StandardYear.words(hours));
            return;
        }
        OptionalDouble value = row.number(AC, log);
        watts[hours++] = value.orElse(0);
    }

    private @Nullable PvwattsSystem system(ZoneOffset standard) throws InputRefusedException {
        if (!good || log.hasErrors()) {
            return null;
        }
        if (hours != StandardYear.HOURS) {
            log.error(file, hours + " hours", "not the hours of a whole year; the file may be cut off",
                    StandardYear.HOURS + " rows");
            return null;
        }
        if (Double.isNaN(capacity)) {
            log.error(file, null, "the title rows do not tell the size of the system", "\"DC System Size (kW):\",\"4\"");
            return null;
        }
        return new PvwattsSystem(TimeSeries.of(watts), capacity, standard, place.toString());
    }
}
