package org.vppworkbench.app.figure.catalogue;

import static org.vppworkbench.app.figure.catalogue.Drawing.impossible;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vppworkbench.app.figure.DurationFigure;
import org.vppworkbench.app.figure.FigureFactory;
import org.vppworkbench.app.figure.ForecastFigures;
import org.vppworkbench.app.figure.MarketFigure;
import org.vppworkbench.app.figure.PaperFigures;
import org.vppworkbench.app.figure.RunFigures;
import org.vppworkbench.model.forecast.ForecastReport;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.metrics.Metric;

/** All figures of a run, in one place: for files, for the command line and for the window. */
public final class FigureCatalogue {
    /** Homes with a pair of bars each that still fit on a page. */
    private static final int MOST_PAIRS = 40;

    private static final String ANY = "any run";

    private static final List<FigureEntry> ALL = List.of(
            new FigureEntry(
                    "welfare", "Welfare above no VPP of the run, beside the central optima with their certified gaps.", ANY,
                    source -> Drawing.of(RunFigures.welfareBesideAll(source.result()))),
            new FigureEntry(
                    "regret", "Waterfall from the welfare of the run to the most that physics allow: delivery, information and"
                            + " coordination, home plans, preferences.", "the optimum in all three modes",
                    FigureCatalogue::regret),
            new FigureEntry(
                    "days", "Welfare above no VPP of each day, and what of it homes and aggregator got.", "two days or more",
                    FigureCatalogue::days),
            new FigureEntry(
                    "cumulative-welfare", "Welfare above no VPP as it accumulates, stored energy at its end value.", ANY,
                    source -> Drawing.of(RunFigures.cumulativeWelfare(source.result()))),
            new FigureEntry(
                    "surplus", "Surplus of every home over its own plan without VPP.", ANY,
                    source -> Drawing.of(RunFigures.surplus(source.result()))),
            new FigureEntry(
                    "surplus-shares", "Surplus of every home beside its share of the optimum, the Shapley value.",
                    "the output of vpp shares (--shares)", FigureCatalogue::shares),
            new FigureEntry(
                    "satisfaction", "Satisfaction of every home: half money, half preferences kept.",
                    "the optimum, and at most 60 homes with a satisfaction", HomeEntries::satisfaction),
            new FigureEntry(
                    "compliance", "Share of checks of the owners' preferences that held, by kind, hard and soft apart.",
                    "a home with a preference", HomeEntries::compliance),
            new FigureEntry(
                    "fleet-power", "Energy sold against what is required, and the fleet's own flows.", ANY,
                    source -> Drawing.of(FigureFactory.power(inputs(source), source.result().record().dispatch(), source.note()))),
            new FigureEntry(
                    "reserves", "Spinning and non-spinning reserve held against what is required.", "a market that buys reserve",
                    FigureCatalogue::reserves),
            new FigureEntry(
                    "delivery", "Quantities promised in contracts that cleared, and what was delivered.", "a cleared contract",
                    FigureCatalogue::delivery),
            new FigureEntry(
                    "state-of-charge", "State of charge of every home battery as colour.", "a home with a battery",
                    FigureCatalogue::charge),
            new FigureEntry(
                    "dispatch", "Power of every home's battery and car as colour, discharge above 0.", "a home with a battery",
                    FigureCatalogue::dispatch),
            new FigureEntry(
                    "prices", "Day-ahead and real-time energy prices, reserve prices.", ANY,
                    source -> Drawing.of(FigureFactory.prices(inputs(source).horizon(), inputs(source).prices(), market(source)))),
            new FigureEntry(
                    "price-duration", "For what share of the time each price was at least so high.", ANY,
                    source -> Drawing.of(DurationFigure.of(inputs(source).prices(), market(source)))),
            new FigureEntry(
                    "market", "Prices, available PV and load of the fleet on one time axis.", ANY,
                    source -> Drawing.of(MarketFigure.of(inputs(source), market(source)))),
            new FigureEntry(
                    "forecast", "What agents expected of the prices, and what came true.", "a forecast that is not perfect",
                    FigureCatalogue::forecast),
            new FigureEntry(
                    "forecast-error", "Mean absolute error of the price forecast by hour of day, beside that of persistence.",
                    "a forecast that is not perfect", FigureCatalogue::forecastError),
            new FigureEntry(
                    "offers", "Asks, bids and agreed prices of one opportunity, round by round.",
                    "an opportunity that was negotiated (--opportunity)", NegotiationEntries::offers),
            new FigureEntry(
                    "utility", "One negotiation of a home and the aggregator in utility space, with Pareto front and Nash point.",
                    "a bundle and an opportunity that was negotiated (--opportunity, --home)", NegotiationEntries::utility),
            new FigureEntry(
                    "what-if", "Battery of one home with and without a contract it offered.",
                    "an offer with its what-if, of a home with a battery (--opportunity, --home)", NegotiationEntries::whatIf));

    private FigureCatalogue() {}

    /** Every figure, in the order of a report. */
    public static List<FigureEntry> all() {
        return ALL;
    }

    /** A figure by its name. */
    public static Optional<FigureEntry> find(String name) {
        return ALL.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    private static RunInputs inputs(FigureSource source) {
        return source.result().scenario().inputs();
    }

    private static String market(FigureSource source) {
        return RunFigures.marketNote(source.result().scenario());
    }

    private static Drawing regret(FigureSource source) {
        Metric total = source.result().metrics().metric("regretTotalUsd").orElse(null);
        if (total == null || total.value() == null) {
            return impossible(total == null ? "this run has no regret" : total.reason());
        }
        return Drawing.of(PaperFigures.regret(source.result()));
    }

    private static Drawing days(FigureSource source) {
        return inputs(source).horizon().days() < 2
                ? impossible("the run has one day; the figure welfare shows it")
                : Drawing.of(PaperFigures.days(source.result()));
    }

    private static Drawing shares(FigureSource source) {
        Map<String, Double> shapley = source.shapleyUsd();
        if (shapley == null) {
            return impossible("the shares of the homes are not given: make them with vpp shares --bundle … --out DIR and name"
                    + " them with --shares DIR");
        }
        int homes = source.result().metrics().prosumers().size();
        return homes > MOST_PAIRS
                ? impossible(homes + " homes are too many for bars with names; at most " + MOST_PAIRS)
                : Drawing.of(PaperFigures.shares(source.result(), shapley));
    }

    private static Drawing reserves(FigureSource source) {
        MarketSeries prices = inputs(source).prices();
        return prices.spin() == null && prices.nonSpin() == null
                ? impossible("the market of the run buys no reserve")
                : Drawing.of(FigureFactory.reserves(inputs(source), source.result().record().dispatch(), source.note()));
    }

    private static Drawing delivery(FigureSource source) {
        return Arrays.stream(Product.values()).anyMatch(product -> PaperFigures.isSold(source.result(), product))
                ? Drawing.of(PaperFigures.delivery(source.result()))
                : impossible("no contract cleared");
    }

    private static Drawing charge(FigureSource source) {
        return hasBattery(source)
                ? Drawing.of(FigureFactory.stateOfCharge(inputs(source), source.result().record().dispatch(), source.note()))
                : impossible("no home has a battery");
    }

    private static Drawing dispatch(FigureSource source) {
        return hasBattery(source)
                ? Drawing.of(FigureFactory.storagePower(inputs(source), source.result().record().dispatch(), source.note()))
                : impossible("no home has a battery");
    }

    private static boolean hasBattery(FigureSource source) {
        return inputs(source).prosumers().stream().anyMatch(home -> home.bess() != null);
    }

    private static Drawing forecast(FigureSource source) {
        ForecastReport report = source.result().scenario().forecastReport();
        return report == null
                ? impossible("the forecast of the run is perfect")
                : Drawing.of(ForecastFigures.prices(
                        inputs(source).horizon(), inputs(source).prices(), inputs(source).forecasts(), source.note()));
    }

    private static Drawing forecastError(FigureSource source) {
        ForecastReport report = source.result().scenario().forecastReport();
        return report == null
                ? impossible("the forecast of the run is perfect")
                : Drawing.of(ForecastFigures.errors(report, source.note()));
    }
}
