package org.vppworkbench.app.io;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.TimeSeries;

/** {@code dispatch.csv}: one row per interval and home, in order of time, then fleet. */
public final class DispatchCsv {
    public static final List<String> COLUMNS =
            List.of(
                    "interval", "interval_start_utc", "prosumer", "meter_kw", "baseline_meter_kw", "pv_kw",
                    "curtailed_kw", "load_kw", "charge_kw", "discharge_kw", "bess_kwh", "ev_charge_kw",
                    "ev_v2g_kw", "ev_kwh", "sold_energy_kw", "spin_available_kw", "nonspin_available_kw",
                    "called_kw");

    private DispatchCsv() {}

    public static void write(RunInputs inputs, DispatchDocument document, Writer out)
            throws IOException {
        CsvText.write(
                out,
                COLUMNS,
                printer -> {
                    for (int t = 0; t < inputs.horizon().intervals(); t++) {
                        String start = inputs.horizon().intervalStart(t).toString();
                        for (int i = 0; i < inputs.prosumers().size(); i++) {
                            double baseline = document.baselineMeterKw().get(i).at(t);
                            String id = inputs.prosumers().get(i).id();
                            printer.row(cells(t, start, id, document.dispatch().at(i, t), baseline));
                        }
                    }
                });
    }

    private static Object[] cells(
            int t, String start, String id, HomeInterval row, double baselineKw) {
        double[] values = {
            row.meterKw(), baselineKw, row.pvKw(), row.curtailedKw(), row.loadKw(), row.chargeKw(),
            row.dischargeKw(), row.bessKwh(), row.evChargeKw(), row.evV2gKw(), row.evKwh(),
            row.soldKw(), row.spinKw(), row.nonSpinKw(), row.calledKw()
        };
        List<Object> cells = new ArrayList<>(List.of(t, start, id));
        for (double value : values) {
            cells.add(CsvText.number(value));
        }
        return cells.toArray();
    }

    /** Reads the table of a run; every home and interval must be there exactly once. */
    public static Reading<DispatchDocument> read(RunInputs inputs, Reader in, String file)
            throws IOException {
        int intervals = inputs.horizon().intervals();
        int homes = inputs.prosumers().size();
        Map<String, Integer> index = new HashMap<>();
        for (ProsumerInputs home : inputs.prosumers()) {
            index.put(home.id(), index.size());
        }
        @Nullable HomeInterval[][] rows = new HomeInterval[homes][intervals];
        double[][] baseline = new double[homes][intervals];
        Findings findings = new Findings();
        CsvText.read(in, file, COLUMNS, findings, row -> {
            int t = row.integer("interval", intervals);
            Integer i = index.get(row.text("prosumer"));
            if (i == null) {
                findings.error(
                        row.where("prosumer"), row.text("prosumer"), "unknown home", "ids of inputs.json");
            } else if (rows[i][t] != null) {
                findings.error(row.where("interval"), t, "interval given twice for this home", null);
            } else {
                rows[i][t] = row(row);
                baseline[i][t] = row.number("baseline_meter_kw");
            }
        });
        for (int i = 0; i < homes && !findings.hasErrors(); i++) {
            for (int t = 0; t < intervals; t++) {
                if (rows[i][t] == null) {
                    String id = inputs.prosumers().get(i).id();
                    findings.error(file, id + ", interval " + t, "row missing", null);
                    break;
                }
            }
        }
        if (findings.hasErrors()) {
            return new Reading<>(null, findings.list());
        }
        List<TimeSeries> meters = new ArrayList<>();
        for (double[] series : baseline) {
            meters.add(TimeSeries.of(series));
        }
        return new Reading<>(
                new DispatchDocument(new DispatchTable(complete(rows)), meters), findings.list());
    }

    @SuppressWarnings("NullAway") // every cell was checked
    private static HomeInterval[][] complete(@Nullable HomeInterval[][] rows) {
        return rows;
    }

    private static HomeInterval row(CsvText.Row row) {
        return new HomeInterval(
                row.number("meter_kw"),
                row.number("pv_kw"),
                row.number("curtailed_kw"),
                row.number("load_kw"),
                row.number("charge_kw"),
                row.number("discharge_kw"),
                row.number("bess_kwh"),
                row.number("ev_charge_kw"),
                row.number("ev_v2g_kw"),
                row.number("ev_kwh"),
                row.number("sold_energy_kw"),
                row.number("spin_available_kw"),
                row.number("nonspin_available_kw"),
                row.number("called_kw"));
    }
}
