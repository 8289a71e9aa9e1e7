package org.vppworkbench.optimizer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.time.TimeSeries;

/** The real day-ahead prices of 15 to 21 August 2023, see the header of the resource. */
final class CaisoWeek {
    static final int DAYS = 7;

    private static final List<String> ROWS = read();

    private CaisoWeek() {}

    private static List<String> read() {
        try (var in = Objects.requireNonNull(CaisoWeek.class.getResourceAsStream("caiso-sp15-2023-08-15.csv"));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double value(int hour, int column) {
        return Double.parseDouble(ROWS.get(hour).split(",", -1)[column]);
    }

    private static TimeSeries stepped(int firstDay, int days, int column) {
        return TimeSeries.generate(96 * days, t -> value(24 * firstDay + t / 4, column));
    }

    static MarketSeries prices(int firstDay, int days) {
        return new MarketSeries(
                stepped(firstDay, days, 1), stepped(firstDay, days, 2), stepped(firstDay, days, 3), null);
    }
}
