package org.vppworkbench.sample.imports.home;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.sample.imports.source.CsvRows;
import org.vppworkbench.sample.imports.source.FilePart;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.InputRefusedException;
import org.vppworkbench.sample.imports.source.TableHeader;
import org.vppworkbench.sample.imports.source.TableRow;

/** The rows of one building file of CityLearn, as they stand there: hourly, labelled with month, hour and type of day. */
final class BuildingRows {
    private static final CsvRows ROWS = new CsvRows(',', 0, names -> true, TableHeader::lowerCase);
    private static final String MONTH = "month";
    private static final String HOUR = "hour";
    private static final String DAY_TYPE = "day_type";
    private static final List<String> LOAD = List.of("non_shiftable_load", "equipment_electric_power_kwh");
    private static final List<String> SOLAR = List.of("solar_generation", "solar_generation_w_kw");
    private static final List<String> THERMAL = List.of("cooling_demand", "heating_demand", "dhw_demand");

    private final String file;
    private final ImportLog log;
    private final List<Label> labels = new ArrayList<>();
    private final List<Double> loadKwh = new ArrayList<>();
    private final List<Double> solarWattsPerKw = new ArrayList<>();
    private @Nullable String load;
    private @Nullable String solar;
    private boolean refused;

    /**
     * What a row says of its time.
     *
     * @param row in the file, as a spreadsheet shows it
     * @param month 1 to 12
     * @param hour 1 to 24, hour ending
     * @param dayType 1 Monday to 7 Sunday, 8 holiday
     */
    record Label(long row, int month, int hour, int dayType) {}

    private BuildingRows(String file, ImportLog log) {
        this.file = file;
        this.log = log;
    }

    static BuildingRows read(FilePart part, ImportLog log) throws IOException {
        BuildingRows rows = new BuildingRows(part.name(), log);
        ROWS.read(part, log, rows::row);
        return rows;
    }

    String file() {
        return file;
    }

    List<Label> labels() {
        return labels;
    }

    /** Energy of each hour [kWh], which is the mean power [kW]. */
    double[] loadKw() {
        return loadKwh.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** PV yield [kW per kWdc]; empty where the file has no such column. */
    double[] pvYield() {
        return solarWattsPerKw.stream().mapToDouble(watts -> watts / 1000).toArray();
    }

    private void row(TableRow row) throws InputRefusedException {
        if (labels.isEmpty() && !refused) {
            refused = !header(row.header());
        }
        String loadColumn = load;
        if (refused || loadColumn == null) {
            return;
        }
        Label label = new Label(
                row.row(), whole(row, MONTH, 1, 12), whole(row, HOUR, 1, 24), whole(row, DAY_TYPE, 1, 8));
        labels.add(label);
        loadKwh.add(value(row, loadColumn, 1e5, "kWh"));
        if (solar != null) {
            solarWattsPerKw.add(value(row, solar, 1500, "W per kW"));
        }
        for (String thermal : THERMAL) {
            if (row.header().has(thermal) && SessionFields.finite(row.text(thermal)).orElse(0) != 0) {
                log.warning(file + ", column " + thermal, row.text(thermal),
                        "heat and cold are not electricity and are left out; the load may be too low", null);
            }
        }
    }

    private boolean header(TableHeader header) throws InputRefusedException {
        load = header.first(LOAD).orElse(LOAD.getFirst());
        solar = header.first(SOLAR).orElse(null);
        return header.require(List.of(MONTH, HOUR, DAY_TYPE, String.valueOf(load)), log);
    }

    private int whole(TableRow row, String column, int min, int max) throws InputRefusedException {
        OptionalDouble number = row.number(column, log);
        double value = number.orElse(min);
        if (value != Math.rint(value) || value < min || value > max) {
            log.error(row.where(column), row.text(column), "out of range", "a whole number in [" + min + ", " + max + "]");
            return min;
        }
        return (int) value;
    }

    private double value(TableRow row, String column, double max, String unit) throws InputRefusedException {
        double value = row.number(column, log).orElse(0);
        if (value < 0 || value > max) {
            log.error(row.where(column), row.text(column), "out of range", "[0, " + max + "] " + unit);
        }
        return value;
    }
}
