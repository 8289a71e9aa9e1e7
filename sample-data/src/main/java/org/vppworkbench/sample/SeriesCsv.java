package org.vppworkbench.sample;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;

/**
 * A user's own prices in place of those of a sample: rows of 15 minutes or one hour, whole local days within the days of
 * the sample. An hourly value holds for its four quarter hours. A column that is empty throughout means that the product
 * is not traded; a column empty here and there has gaps and is refused. The header is row 1.
 */
public final class SeriesCsv {
    /** Interval start, UTC or with an offset: {@code 2023-08-15T07:00:00Z}. */
    static final String TIME = "interval_start_utc";

    static final String ENERGY = "energy_usd_per_mwh";
    static final String SPIN = "spin_usd_per_mwh";
    static final String NON_SPIN = "nonspin_usd_per_mwh";
    static final String REAL_TIME = "realtime_usd_per_mwh";

    /** The columns of the file. */
    public static final List<String> COLUMNS = List.of(TIME, ENERGY, SPIN, NON_SPIN, REAL_TIME);

    private SeriesCsv() {}

    /** Reads a file; one that is missing, unreadable or not UTF-8 is a finding. */
    public static Reading<DataSet> read(Path path, DataSet base, SeriesKind kind) {
        Reading<String> text = TextFile.read(path);
        String content = text.value();
        return content == null ? new Reading<>(null, text.findings()) : read(content, path.toString(), base, kind);
    }

    /**
     * Reads prices and puts them in place of those of {@code base}, cut to the days of the file.
     *
     * @param text CSV text
     * @param file name for findings
     * @param base the sample whose loads, roofs and tariffs stay
     * @param kind how the user labels the prices
     */
    public static Reading<DataSet> read(String text, String file, DataSet base, SeriesKind kind) {
        Findings out = new Findings();
        List<CSVRecord> records = CsvText.parse(text, file, COLUMNS, out);
        if (records == null) {
            return new Reading<>(null, out.list());
        }
        List<CsvCells> rows = new ArrayList<>();
        records.forEach(record -> rows.add(new CsvCells(record, file, out)));
        SeriesTimes times = SeriesTimes.of(rows, file, out);
        Horizon horizon = times == null ? null : times.wholeDays(base.horizon(), file, out);
        PriceColumns prices = new PriceColumns(rows, out);
        TimeSeries energy = prices.read(ENERGY);
        TimeSeries spin = prices.read(SPIN);
        TimeSeries nonSpin = prices.read(NON_SPIN);
        TimeSeries realTime = prices.read(REAL_TIME);
        if (times == null || horizon == null || out.hasErrors()) {
            return new Reading<>(null, out.list());
        }
        MarketSeries market =
                new MarketSeries(times.step(energy), times.step(spin), times.step(nonSpin), times.step(realTime));
        DataSet days = base.slice(horizon);
        Provenance provenance = new Provenance(
                "market prices [$/MWh]",
                kind,
                "user's file, as labelled by the user",
                "not stated",
                file,
                SampleFile.sha256(text.getBytes(StandardCharsets.UTF_8)),
                times.hourly() ? "hourly values, each held over its four quarter hours" : "15-minute values");
        return new Reading<>(
                new DataSet(
                        base.id(),
                        base.title() + ", prices of " + file,
                        horizon,
                        market,
                        days.retail(),
                        days.loadKw(),
                        days.pvYield(),
                        days.drivers(),
                        replaced(base.provenance(), provenance)),
                out.list());
    }

    private static List<Provenance> replaced(List<Provenance> all, Provenance prices) {
        List<Provenance> kept = new ArrayList<>(List.of(prices));
        all.stream().filter(entry -> !MarketData.isPrice(entry)).forEach(kept::add);
        return kept;
    }
}
