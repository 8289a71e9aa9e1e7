package org.vppworkbench.app.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.OptimumSet;
import org.vppworkbench.app.experiment.WelfareTrace;
import org.vppworkbench.app.io.PriceKinds;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.metrics.ProsumerScore;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.OptimumStatus;

/** The standard figures of a run. */
public final class RunFigures {
    private RunFigures() {}

    public static List<Figure> of(ExperimentResult result) {
        RunInputs inputs = result.scenario().inputs();
        var dispatch = result.record().dispatch();
        String note = note(result);
        String market = marketNote(result.scenario());
        return List.of(
                FigureFactory.prices(inputs.horizon(), inputs.prices(), market),
                FigureFactory.power(inputs, dispatch, note),
                FigureFactory.reserves(inputs, dispatch, note),
                FigureFactory.stateOfCharge(inputs, dispatch, note),
                welfare(result),
                surplus(result),
                cumulativeWelfare(result));
    }

    /** What coordination gained, beside the optima: the one figure of a run that shows them. */
    public static Figure welfare(ExperimentResult result) {
        return BarFigures.welfare(welfareBars(result), note(result));
    }

    /** The same beside the optimum on forecasts too, where that was solved; a bundle is drawn before it is. */
    public static Figure welfareBesideAll(ExperimentResult result) {
        List<BarFigures.Bar> bars = welfareBars(result);
        OptimumSet optimum = result.optimum();
        var forecast = optimum == null ? null : optimum.forecast();
        Double welfare = forecast == null ? null : forecast.welfare();
        if (welfare != null) {
            double gained = welfare - result.referenceWelfareUsd();
            bars.add(new BarFigures.Bar(
                    "Optimum on forecasts", gained, BarFigures.usd(gained) + "  (plans on forecasts, valued on what happened)",
                    FigureStyle.PURPLE));
        }
        return BarFigures.welfare(bars, note(result));
    }

    /** Label, timeline, forecast and kinds of series: on every figure of a run. */
    public static String note(ExperimentResult result) {
        return note(result.record().label(), result.scenario());
    }

    /** The same before a run has ended. */
    public static String note(String label, ResolvedScenario scenario) {
        MarketSettings market = scenario.scenario().market();
        return label + " (" + scenario.scenario().mechanism() + ") \u00b7 "
                + market.timeline().label() + " \u00b7 forecast " + market.forecast().label() + " \u00b7 "
                + kinds(scenario.provenance()) + " \u00b7 seed " + scenario.scenario().seed();
    }

    /** Where the prices are from: on figures of the market alone. */
    public static String marketNote(ResolvedScenario scenario) {
        String sources =
                scenario.provenance().stream()
                        .filter(PriceKinds::isPrice)
                        .map(p -> p.kind() + " " + p.series().replaceFirst(" *\\[.*", "").replaceFirst("^synthetic ", ""))
                        .distinct()
                        .collect(Collectors.joining(" \u00b7 "));
        return sources.isEmpty() ? kinds(scenario.provenance()) : sources;
    }

    /** The kinds of the prices first: they decide what money figures are worth; then those of all else that enters. */
    static String kinds(List<Provenance> provenance) {
        List<String> prices = PriceKinds.of(provenance);
        String others = provenance.stream()
                .filter(source -> !PriceKinds.isPrice(source))
                .map(Provenance::kind)
                .distinct()
                .sorted()
                .map(Enum::name)
                .collect(Collectors.joining(", "));
        String first = prices.isEmpty() ? "" : "prices " + String.join(", ", prices);
        String then = others.isEmpty() ? "" : "other series " + others;
        return first.isEmpty() || then.isEmpty() ? first + then : first + " \u00b7 " + then;
    }

    private static List<BarFigures.Bar> welfareBars(ExperimentResult result) {
        double w0 = result.referenceWelfareUsd();
        List<BarFigures.Bar> bars = new ArrayList<>();
        bars.add(new BarFigures.Bar(
                "No VPP (home plans)", 0, "0  (W\u2070 = " + BarFigures.usd(w0) + " $)",
                FigureStyle.GREY));
        double gained = result.welfareUsd() - w0;
        OptimumSet optimum = result.optimum();
        if (optimum != null) {
            optimum(optimum, Mode.HOME, "Homes at their best", w0, FigureStyle.ORANGE, bars);
        }
        bars.add(new BarFigures.Bar(
                result.record().mechanism() + " (" + result.record().label() + ")", gained,
                BarFigures.usd(gained), FigureStyle.BLUE));
        if (optimum != null) {
            optimum(optimum, Mode.AWARE, "Optimum AWARE", w0, FigureStyle.GREEN, bars);
            optimum(optimum, Mode.BLIND, "Optimum BLIND", w0, FigureStyle.SKY, bars);
        }
        return bars;
    }

    /** A bar for an optimum, with its certified gap, or between which values it lies where it is not certified; none without a point. */
    static void optimum(
            OptimumSet optimum, Mode mode, String name, double w0, java.awt.Color colour,
            List<BarFigures.Bar> bars) {
        OptimumResult result = optimum.of(mode).orElse(null);
        if (result == null || !Double.isFinite(result.objectiveUsd())) {
            return;
        }
        double gained = result.objectiveUsd() - w0;
        if (result.status() != OptimumStatus.OPTIMAL) {
            String most = BarFigures.usd(result.upperBoundUsd() - w0);
            boolean point = result.maxViolation() <= OptimumResult.FEASIBILITY;
            bars.add(new BarFigures.Bar(
                    name + ", not certified", point ? gained : 0,
                    (point ? BarFigures.usd(gained) + " to " + most : "at most " + most) + "  (not certified)",
                    FigureStyle.GREY));
            return;
        }
        bars.add(new BarFigures.Bar(
                name, gained, BarFigures.usd(gained) + "  (certified gap " + gap(result) + ")", colour));
    }

    private static String gap(OptimumResult result) {
        double percent = 100 * result.relativeGap();
        return (percent < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", percent)) + " %";
    }

    /** How sure the optima are, for the note of a figure that needs them; empty where there are none. */
    public static String certificates(@org.jspecify.annotations.Nullable OptimumSet optimum) {
        return optimum == null
                ? ""
                : optimum.results().stream()
                        .map(one -> "optimum " + one.mode() + (one.status() == OptimumStatus.OPTIMAL
                                ? " certified gap " + gap(one)
                                : " not certified"))
                        .collect(Collectors.joining(" \u00b7 "));
    }

    /** The surplus of every home beside its own plan. */
    public static Figure surplus(ExperimentResult result) {
        return BarFigures.surplus(surplusBars(result), note(result));
    }

    /** Welfare gained over the home plans as it accumulates. */
    public static Figure cumulativeWelfare(ExperimentResult result) {
        return FigureFactory.cumulativeGain(
                result.scenario().inputs().horizon(), result.record().mechanism(), gain(result), note(result));
    }

    private static List<BarFigures.Bar> surplusBars(ExperimentResult result) {
        List<BarFigures.Bar> bars = new ArrayList<>();
        for (ProsumerScore score : result.metrics().prosumers()) {
            double usd = score.surplusUsd();
            bars.add(new BarFigures.Bar(
                    score.prosumer(), usd, BarFigures.usd(usd),
                    usd < 0 ? FigureStyle.VERMILLION : FigureStyle.BLUE));
        }
        return bars;
    }

    private static double[] gain(ExperimentResult result) {
        RunInputs inputs = result.scenario().inputs();
        double[] with =
                WelfareTrace.of(inputs, result.record(), result.settlement().contracts());
        double[] without = WelfareTrace.ofHomePlans(inputs, result.reference());
        for (int t = 0; t < with.length; t++) {
            with[t] -= without[t];
        }
        return with;
    }
}
