package org.vppworkbench.app.ui.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.vppworkbench.sample.SeriesCsv;

/** Files of prices for the first day of the first sample. */
public final class Prices {
    static final String HEADER = String.join(",", SeriesCsv.COLUMNS);

    private Prices() {}

    /** 24 hourly rows with one energy price [$/MWh]. */
    public static Path oneDay(Path file, double usdPerMwh) throws IOException {
        Instant start = Instant.parse("2023-08-15T07:00:00Z");
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (int hour = 0; hour < 24; hour++) {
            text.append(start.plusSeconds(3600L * hour)).append(',').append(usdPerMwh).append(",,,\n");
        }
        return Files.writeString(file, text);
    }
}
