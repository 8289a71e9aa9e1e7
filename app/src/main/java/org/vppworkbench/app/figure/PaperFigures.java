package org.vppworkbench.app.figure;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.plot.CategoryPlot;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.metrics.Metric;
import org.vppworkbench.model.metrics.ProsumerScore;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.settlement.PeriodAccount;
import org.vppworkbench.model.settlement.SettledContract;
import org.vppworkbench.model.time.Horizon;

/** Figures that a paper about a run needs and the window does not show. */
public final class PaperFigures {
    /** Days that stand beside each other with a name each, in a narrow figure too. */
    private static final int MOST_NAMED_DAYS = 7;

    private PaperFigures() {}

    /**
     * From the welfare of the run to the most that physics allow, part by part ({@code model.md} §8).
     *
     * @param result with a defined {@code regretTotalUsd}
     */
    public static Figure regret(ExperimentResult result) {
        double gained = result.welfareUsd() - result.referenceWelfareUsd();
        double total = value(result, "regretTotalUsd");
        Waterfall bars = new Waterfall()
                .sum("Reached: " + result.record().mechanism(), gained, FigureStyle.BLUE)
                .part("Delivery", value(result, "regretDeliveryUsd"), FigureStyle.VERMILLION);
        if (isDefined(result, "regretInformationUsd")) {
            bars.part("Coordination", value(result, "regretCoordinationUsd"), FigureStyle.ORANGE)
                    .part("Information", value(result, "regretInformationUsd"), FigureStyle.PURPLE);
        } else {
            bars.part("Information and coordination", value(result, "regretInformationAndCoordinationUsd"), FigureStyle.ORANGE);
        }
        bars.part("Home plan", value(result, "regretHomePlanUsd"), FigureStyle.GREEN)
                .part("Preferences, at most", value(result, "regretPreferencesUsd"), FigureStyle.SKY)
                .sum("Bound, no preferences", gained + total, FigureStyle.GREY);
        return bars.draw(
                "regret", "What separates the run from the best that physics allow",
                RunFigures.note(result) + " \u00b7 " + RunFigures.certificates(result.optimum()), "Welfare above no VPP [$]");
    }

    private static boolean isDefined(ExperimentResult result, String key) {
        return result.metrics().metric(key).map(Metric::value).isPresent();
    }

    private static double value(ExperimentResult result, String key) {
        return result.metrics().metric(key).map(Metric::value).orElseThrow();
    }

    /** What each day gained, and who got it. */
    public static Figure days(ExperimentResult result) {
        Horizon horizon = result.scenario().inputs().horizon();
        List<PeriodAccount> with = result.settlement().days();
        List<PeriodAccount> without = result.referenceSettlement().days();
        double[] value = new double[horizon.days()];
        double[] homes = new double[horizon.days()];
        double[] profit = new double[horizon.days()];
        for (int d = 0; d < value.length; d++) {
            value[d] = with.get(d).welfareUsd() - without.get(d).welfareUsd();
            homes[d] = with.get(d).utilityUsd() - without.get(d).utilityUsd();
            profit[d] = with.get(d).profitUsd();
        }
        String title = "Welfare above no VPP by day, and who got it";
        String axis = "Above no VPP [$]";
        List<String> names = List.of("VPP value", "Homes' surplus", "Aggregator's profit");
        String note = RunFigures.note(result);
        if (horizon.days() > MOST_NAMED_DAYS) {
            TimePanel panel = new TimePanel(horizon, axis)
                    .steps(names.get(0), FigureStyle.BLUE, FigureStyle.SOLID, t -> value[horizon.dayOf(t)])
                    .steps(names.get(1), FigureStyle.ORANGE, FigureStyle.DASHED, t -> homes[horizon.dayOf(t)])
                    .steps(names.get(2), FigureStyle.GREEN, FigureStyle.DOTTED, t -> profit[horizon.dayOf(t)]);
            return Figure.wide(
                    "days", title, FigureStyle.chart(title, note, TimePanel.stack(horizon, panel), true), 3.2);
        }
        GroupedBars bars = new GroupedBars()
                .series(FigureStyle.BLUE)
                .series(FigureStyle.ORANGE)
                .series(FigureStyle.GREEN);
        DateTimeFormatter format = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
        for (int d = 0; d < value.length; d++) {
            String day = horizon.date(d).format(format);
            bars.add(names.get(0), day, value[d]).add(names.get(1), day, homes[d]).add(names.get(2), day, profit[d]);
        }
        return Figure.wide("days", title, FigureStyle.chart(title, note, bars.plot(axis, false), true), 3.2);
    }

    /**
     * What every home got beside what it contributes.
     *
     * @param shapleyUsd Shapley value by home [$]
     */
    public static Figure shares(ExperimentResult result, Map<String, Double> shapleyUsd) {
        String got = "Surplus in the run";
        String share = "Share of the optimum (Shapley value)";
        GroupedBars bars = new GroupedBars().series(FigureStyle.BLUE).series(FigureStyle.ORANGE);
        for (ProsumerScore score : result.metrics().prosumers()) {
            bars.add(got, score.prosumer(), score.surplusUsd())
                    .add(share, score.prosumer(), shapleyUsd.getOrDefault(score.prosumer(), 0.0));
        }
        String title = "Surplus of every home and its share of the optimum";
        CategoryPlot plot = bars.plot("Above its own plan without VPP [$]", true);
        double height = 1.5 + 0.24 * result.metrics().prosumers().size();
        return Figure.wide(
                "surplus-shares", title, FigureStyle.chart(title, RunFigures.note(result), plot, true), height);
    }

    /** Quantities promised in contracts that cleared, beside what was delivered. */
    public static Figure delivery(ExperimentResult result) {
        Horizon horizon = result.scenario().inputs().horizon();
        DispatchTable dispatch = result.record().dispatch();
        List<TimePanel> panels = java.util.Arrays.stream(Product.values())
                .filter(product -> isSold(result, product))
                .map(product -> panel(horizon, product, promised(result, product), dispatch))
                .toList();
        String title = "Promised and delivered";
        var chart = FigureStyle.chart(
                title, RunFigures.note(result), TimePanel.stack(horizon, panels.toArray(TimePanel[]::new)), true);
        var first = ((org.jfree.chart.plot.CombinedDomainXYPlot) chart.getPlot()).getSubplots().getFirst();
        chart.getLegend().setSources(new org.jfree.chart.LegendItemSource[] {first});
        return Figure.wide("delivery", title, chart, 1.4 + 1.4 * panels.size());
    }

    /** Whether something of a product was promised in contracts that cleared. */
    public static boolean isSold(ExperimentResult result, Product product) {
        return result.settlement().contracts().stream()
                .anyMatch(settled -> settled.cleared() && settled.contract().product() == product);
    }

    private static TimePanel panel(Horizon horizon, Product product, double[] promised, DispatchTable dispatch) {
        ToDoubleFunction<HomeInterval> delivered = switch (product) {
            case ENERGY -> HomeInterval::soldKw;
            case SPIN -> HomeInterval::spinKw;
            case NONSPIN -> HomeInterval::nonSpinKw;
        };
        return new TimePanel(horizon, ForecastFigures.word(product) + " [kW]")
                .steps("Delivered", FigureStyle.BLUE, FigureStyle.SOLID, t -> FigureFactory.sum(dispatch, t, delivered))
                .steps("Promised", FigureStyle.VERMILLION, FigureStyle.DASHED, t -> promised[Horizon.hourOf(t)]);
    }

    private static double[] promised(ExperimentResult result, Product product) {
        double[] kw = new double[result.scenario().inputs().horizon().hours()];
        for (SettledContract settled : result.settlement().contracts()) {
            Contract contract = settled.contract();
            if (settled.cleared() && contract.product() == product) {
                kw[contract.hour()] += contract.kw();
            }
        }
        return kw;
    }
}
