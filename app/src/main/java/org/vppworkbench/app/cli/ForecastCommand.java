package org.vppworkbench.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.DataFolder;
import org.vppworkbench.app.figure.FigureExporter;
import org.vppworkbench.app.figure.ForecastFigures;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.BundleContent;
import org.vppworkbench.app.io.ForecastCsv;
import org.vppworkbench.app.io.ForecastHoursCsv;
import org.vppworkbench.app.io.NewFolder;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.forecast.ForecastReport;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.PriceForecasts;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.sample.SampleLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vpp forecast}. */
@Command(
        name = "forecast",
        mixinStandardHelpOptions = true,
        description = {
            "Forecasts the prices of a data set day by day and says how good the forecast is.",
            "Each day is forecast from earlier days only; noisy is a synthetic error on the truth."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:refused; the message says why",
            "2:the command line is wrong",
            "130:stopped by the user; nothing was written"
        })
final class ForecastCommand implements Callable<Integer> {
    private final CancelToken cancel;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--sample", paramLabel = "ID",
            description = "sample data (default: la-2023-08); 'vpp samples' lists them")
    private @Nullable String sample;

    @Option(names = "--data", paramLabel = "DIR", description = "a folder of series, in place of a sample")
    private @Nullable Path dataFolder;

    @Option(names = "--method", paramLabel = "NAME", required = true, converter = ConstantOption.OfMethod.class,
            description = "perfect, persistence, noisy or regression")
    @SuppressWarnings("NullAway.Init") // required
    private ForecastSettings.Method method;

    @Option(names = "--sigma", paramLabel = "SIGMA", defaultValue = "0.2",
            description = "relative error of noisy, 0 to 2 (default: ${DEFAULT-VALUE})")
    private double sigma = 0.2;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
            description = "of the errors of noisy (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--from", paramLabel = "DATE",
            description = "first local day (default: the first with enough history for it and for persistence)")
    private @Nullable LocalDate from;

    @Option(names = "--days", paramLabel = "N", description = "number of days (default: to the end of the data)")
    private @Nullable Integer days;

    @Option(names = "--out", paramLabel = "DIR",
            description = "write CSV and figures to this folder, which is absent or empty")
    private @Nullable Path out;

    ForecastCommand(CancelToken cancel) {
        this.cancel = cancel;
    }

    @Override
    public Integer call() {
        if (sample != null && dataFolder != null) {
            throw new ParameterException(spec.commandLine(), "--sample and --data are both where the data come from; name one");
        }
        Path folder = out;
        if (folder != null) {
            NewFolder.refuseUnwritable(folder);
        }
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        DataSet data = data(console);
        PriceForecasts forecaster =
                new PriceForecasts(
                        new ForecastSettings(method, method == ForecastSettings.Method.NOISY ? sigma : 0, 0), data);
        LocalDate first = Objects.requireNonNullElse(from, firstComparable(forecaster, data));
        LocalDate end = data.horizon().firstDay().plusDays(data.horizon().days());
        int length = Objects.requireNonNullElse(days, (int) Math.max(1, ChronoUnit.DAYS.between(first, end)));
        Reading<MarketSeries> made = forecaster.read(first, length, seed);
        MarketSeries forecasts = made.value();
        cancel.check("the report");
        if (forecasts == null) {
            throw new RefusedException(made.findings());
        }
        Horizon horizon = new Horizon(first, length, data.horizon().zone());
        ForecastReport report = forecaster.report(horizon, forecasts);
        new ForecastTable(console).print(data, horizon, report);
        if (folder != null) {
            String note = data.id() + " \u00b7 "
                    + ForecastFigures.summary(report, method == ForecastSettings.Method.NOISY);
            MarketSeries prices = data.slice(horizon).prices();
            List<BundleContent.Picture> pictures =
                    FigureExporter.pictures(
                            List.of(
                                    ForecastFigures.prices(horizon, prices, forecasts, note),
                                    ForecastFigures.errors(report, note)));
            NewFolder.make(folder, cancel, part -> write(part, horizon, prices, forecasts, report, pictures));
            console.line("");
            console.line("wrote    " + folder);
        }
        return ExitCode.OK;
    }

    private DataSet data(Console console) {
        Path named = dataFolder;
        if (named == null) {
            String id = Objects.requireNonNullElse(sample, SampleLibrary.LOS_ANGELES_2023_08);
            return console.kept(SampleLibrary.load(id));
        }
        return console.kept(DataFolder.open(named)).data();
    }

    /** The first day that the method and persistence, with which it is compared, both have. */
    private static LocalDate firstComparable(PriceForecasts forecaster, DataSet data) {
        LocalDate possible = forecaster.firstPossibleDay();
        LocalDate second = data.horizon().firstDay().plusDays(1);
        return possible.isBefore(second) && data.horizon().days() > 1 ? second : possible;
    }

    private void write(
            Path part, Horizon horizon, MarketSeries prices, MarketSeries forecasts, ForecastReport report,
            List<BundleContent.Picture> pictures)
            throws IOException {
        try (Writer csv = Files.newBufferedWriter(part.resolve(Bundle.FORECAST))) {
            ForecastCsv.write(report, csv);
        }
        try (Writer csv = Files.newBufferedWriter(part.resolve("forecast-hours.csv"))) {
            ForecastHoursCsv.write(horizon, prices, forecasts, csv);
        }
        for (BundleContent.Picture picture : pictures) {
            cancel.check(picture.name() + " was written");
            try (OutputStream file = Files.newOutputStream(part.resolve(picture.name()))) {
                picture.write(file);
            }
        }
    }
}
