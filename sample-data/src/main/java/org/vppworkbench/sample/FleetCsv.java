package org.vppworkbench.sample;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Pv;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.fleet.Trip;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;

/**
 * The flat view of a fleet for editing in a spreadsheet: one home per row, nothing lost. A home without a device leaves
 * its columns empty; trips are text such as {@value TripText#EXAMPLE}; preferences are the JSON list of
 * {@code vpp-fleet/1}. The header is row 1.
 */
public final class FleetCsv {
    /** Columns in the order they are written; they may be read in any order. */
    public static final List<String> COLUMNS = List.of(
            "id",
            "tariff",
            "home_plan",
            "car_plan",
            "load_profile",
            "load_scale",
            "import_limit_kw",
            "export_limit_kw",
            "pv_kwdc",
            "pv_profile",
            "bess_product",
            "bess_capacity_kwh",
            "bess_charge_kw",
            "bess_discharge_kw",
            "bess_round_trip_efficiency",
            "bess_min_soc_fraction",
            "bess_max_soc_fraction",
            "bess_initial_soc_fraction",
            "bess_degradation_usd_per_kwh",
            "ev_model",
            "ev_capacity_kwh",
            "ev_charge_kw",
            "ev_eta",
            "ev_min_soc_fraction",
            "ev_initial_soc_fraction",
            "ev_v2g_kw",
            "ev_v2g_degradation_usd_per_kwh",
            "ev_trips",
            "style_concession_exponent",
            "style_opening_markup",
            "preferences");

    private FleetCsv() {}

    /** The homes as CSV text with LF line ends; id and name of the fleet are not in it. */
    public static String write(Fleet fleet) {
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
        StringBuilder text = new StringBuilder();
        try {
            format.printRecord(text, COLUMNS.toArray());
            for (Home home : fleet.homes()) {
                format.printRecord(text, cells(home).toArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder does not fail", e);
        }
        return text.toString();
    }

    /** Reads a file; one that is missing, unreadable or not UTF-8 is a finding. */
    public static Reading<Fleet> read(Path path, String id, String name) {
        Reading<String> text = TextFile.read(path);
        String content = text.value();
        return content == null ? new Reading<>(null, text.findings()) : read(content, path.toString(), id, name);
    }

    /**
     * Reads the homes of a fleet.
     *
     * @param text CSV text
     * @param file name for findings
     * @param id id of the fleet, which the flat view does not carry
     * @param name display name of the fleet
     */
    public static Reading<Fleet> read(String text, String file, String id, String name) {
        Findings out = new Findings();
        List<CSVRecord> records = CsvText.parse(text, file, COLUMNS, out);
        if (records == null) {
            return new Reading<>(null, out.list());
        }
        List<Home> homes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (CSVRecord record : records) {
            CsvCells row = new CsvCells(record, file, out);
            if (!record.isConsistent()) {
                out.error(
                        file + ", row " + row.row(), record.size() + " cells", "wrong number of cells", "as the header");
                continue;
            }
            Home home = home(row, out);
            if (!home.id().isEmpty() && !ids.add(home.id())) {
                row.wrong("id", "duplicate id", "every id once");
            }
            homes.add(home);
        }
        return new Reading<>(out.hasErrors() ? null : new Fleet(id, name, homes), out.list());
    }

    private static List<String> cells(Home home) {
        List<String> cells = new ArrayList<>(List.of(
                home.id(),
                home.tariff().name(),
                home.homePlan().name(),
                home.carPlan().name(),
                home.loadProfile()));
        numbers(cells, home.loadScale(), home.importLimitKw(), home.exportLimitKw());
        Pv pv = home.pv();
        cells.addAll(pv == null ? blanks(2) : List.of(Findings.number(pv.kwDc()), pv.profile()));
        Bess bess = home.bess();
        if (bess == null) {
            cells.addAll(blanks(9));
        } else {
            cells.add(bess.product());
            numbers(cells, bess.capacityKwh(), bess.chargeKw(), bess.dischargeKw(), bess.roundTripEfficiency());
            numbers(cells, bess.minSocFraction(), bess.maxSocFraction(), bess.initialSocFraction());
            numbers(cells, bess.degradationPerKwh());
        }
        Ev ev = home.ev();
        if (ev == null) {
            cells.addAll(blanks(9));
        } else {
            cells.add(ev.model());
            numbers(cells, ev.capacityKwh(), ev.chargeKw(), ev.eta(), ev.minSocFraction(), ev.initialSocFraction());
            numbers(cells, ev.v2gKw(), ev.v2gDegradationPerKwh());
            cells.add(TripText.write(ev.trips()));
        }
        numbers(cells, home.style().concessionExponent(), home.style().openingMarkup());
        cells.add(HomeJson.writePreferences(home.preferences()).toString());
        return cells;
    }

    private static void numbers(List<String> cells, double... values) {
        for (double value : values) {
            cells.add(Findings.number(value));
        }
    }

    private static List<String> blanks(int count) {
        return Collections.nCopies(count, "");
    }

    private static Home home(CsvCells row, Findings out) {
        return new Home(
                row.required("id"),
                row.choice("tariff", TariffPlan.class),
                row.choice("home_plan", HomePlanKind.class),
                row.choice("car_plan", CarPlanKind.class),
                row.required("load_profile"),
                row.number("load_scale"),
                row.number("import_limit_kw"),
                row.number("export_limit_kw"),
                absent(row, "pv_") ? null : new Pv(row.number("pv_kwdc"), row.required("pv_profile")),
                absent(row, "bess_") ? null : bess(row),
                absent(row, "ev_") ? null : ev(row),
                new NegotiatorStyle(row.number("style_concession_exponent"), row.number("style_opening_markup")),
                preferences(row, out));
    }

    private static boolean absent(CsvCells row, String prefix) {
        return COLUMNS.stream()
                .filter(column -> column.startsWith(prefix))
                .allMatch(column -> row.text(column).isEmpty());
    }

    private static Bess bess(CsvCells row) {
        return new Bess(
                row.text("bess_product"),
                row.number("bess_capacity_kwh"),
                row.number("bess_charge_kw"),
                row.number("bess_discharge_kw"),
                row.number("bess_round_trip_efficiency"),
                row.number("bess_min_soc_fraction"),
                row.number("bess_max_soc_fraction"),
                row.number("bess_initial_soc_fraction"),
                row.number("bess_degradation_usd_per_kwh"));
    }

    private static Ev ev(CsvCells row) {
        @Nullable List<Trip> trips = TripText.read(row.text("ev_trips"));
        if (trips == null) {
            row.wrong("ev_trips", "trips not understood", TripText.EXAMPLE);
        }
        return new Ev(
                row.text("ev_model"),
                row.number("ev_capacity_kwh"),
                row.number("ev_charge_kw"),
                row.number("ev_eta"),
                row.number("ev_min_soc_fraction"),
                row.number("ev_initial_soc_fraction"),
                row.number("ev_v2g_kw"),
                row.number("ev_v2g_degradation_usd_per_kwh"),
                trips == null ? List.of() : trips);
    }

    private static List<Preference> preferences(CsvCells row, Findings out) {
        String text = row.text("preferences");
        if (text.isEmpty()) {
            return List.of();
        }
        String where = row.where("preferences");
        Findings found = new Findings();
        JsonElement list = JsonText.parse(text, where, found);
        List<Preference> preferences = List.of();
        if (list != null) {
            JsonObject wrapped = new JsonObject();
            wrapped.add("preferences", list);
            preferences = HomeJson.preferences(new JsonFields(wrapped, where + ", ", found));
        }
        out.addAll(found.list());
        return preferences;
    }
}
