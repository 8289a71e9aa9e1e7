package org.vppworkbench.app.io;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.forecast.ForecastReport;
import org.vppworkbench.model.metrics.MetricTable;
import org.vppworkbench.model.settlement.SettledContract;

/**
 * Everything a bundle holds.
 *
 * @param manifest without the hashes of the output files, which the writer adds
 * @param inputs numbers of the run
 * @param events the event stream
 * @param dispatch what every home did
 * @param contracts every contract and what became of it
 * @param metrics the evaluated run
 * @param baseline the optimum and the verdicts
 * @param figures pictures, by name without folder
 * @param forecast how good the price forecasts were; {@code null} where they were perfect
 * @param sampling CSV text of the sampling table of a generated fleet; {@code null} where the fleet is not generated
 * @param tape all that language models were asked and answered; {@code null} where none took part
 * @param external what programs of the user and persons were told and said; {@code null} where none took part
 * @param human how persons came to their moves; {@code null} where none agreed to a record of it
 */
public record BundleContent(
        RunManifest manifest,
        InputsDocument inputs,
        List<LoggedEvent> events,
        DispatchDocument dispatch,
        List<SettledContract> contracts,
        MetricTable metrics,
        BaselineDocument baseline,
        List<Picture> figures,
        @Nullable ForecastReport forecast,
        @Nullable String sampling,
        @Nullable String tape,
        @Nullable String external,
        @Nullable String human) {

    /** A picture that can be written. */
    public interface Picture {
        /** File name, such as {@code prices.svg}. */
        String name();

        void write(OutputStream out) throws IOException;
    }

    public BundleContent {
        events = List.copyOf(events);
        contracts = List.copyOf(contracts);
        figures = List.copyOf(figures);
    }
}
