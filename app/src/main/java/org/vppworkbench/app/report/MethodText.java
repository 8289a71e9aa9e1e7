package org.vppworkbench.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.LanguageRecord;
import org.vppworkbench.app.experiment.OptimumSet;
import org.vppworkbench.app.io.LanguageReport;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.Timeline;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.OptimumStatus;

/** The method of a run as a paper would tell it, from what was really run. */
final class MethodText {
    private final ExperimentResult result;
    private final Scenario scenario;
    private final List<String> sentences = new ArrayList<>();

    private MethodText(ExperimentResult result) {
        this.result = result;
        this.scenario = result.scenario().scenario();
    }

    /**
     * One paragraph.
     *
     * @param application the program that made the run
     */
    static String of(ExperimentResult result, RunManifest.Application application) {
        MethodText text = new MethodText(result);
        text.program(application);
        text.market();
        text.agents();
        text.models();
        text.optimum();
        text.sentences.add(String.format(
                Locale.ROOT, "The master seed was %d; the same bundle gives the same run, which vpp verify checks.", text.scenario.seed()));
        return String.join(" ", text.sentences);
    }

    private void program(RunManifest.Application application) {
        Horizon horizon = result.scenario().inputs().horizon();
        String commit = application.commit();
        sentences.add(String.format(
                Locale.ROOT, "%d homes were simulated with %s %s%s for %d %s from %s in intervals of 15 minutes (%s).",
                result.scenario().inputs().prosumers().size(), application.name(), application.version(),
                commit == null ? "" : " (commit " + commit + ")", horizon.days(), horizon.days() == 1 ? "day" : "days",
                horizon.firstDay(), horizon.zone()));
    }

    private void market() {
        MarketSettings market = scenario.market();
        sentences.add(String.format(
                Locale.ROOT,
                "An aggregator could sell up to %s kW of energy, %s kW of spinning and %s kW of non-spinning reserve in every hour"
                        + " under the rules %s; opportunities worth less than %s $ were skipped.",
                number(scenario.requirement().energyKw()), number(scenario.requirement().spinKw()),
                number(scenario.requirement().nonSpinKw()), market.rules(), number(scenario.minStakeUsd())));
        sentences.add(market.timeline() == Timeline.DAY_AHEAD
                ? "It traded the day before, on forecasts of the prices."
                : "It traded hour by hour after publication and was paid the day-ahead price, a timeline that is stylised ("
                        + market.timeline().label() + ").");
        sentences.add(market.forecast().method() == ForecastSettings.Method.PERFECT
                ? "Prices were known (forecast PERFECT)."
                : "Prices were forecast by " + market.forecast().label() + ".");
    }

    private void agents() {
        AgentSettings agents = scenario.agents();
        sentences.add(String.format(
                Locale.ROOT, "Contracts came about by the mechanism %s (%s)%s.", result.record().mechanism(), result.record().label(),
                org.vppworkbench.app.experiment.MechanismCatalogue.negotiates(result.record().mechanism())
                        ? ", in at most " + agents.rounds() + " rounds, every message checked by the gate " + agents.gate()
                        : ""));
        if (!scenario.branches().isEmpty()) {
            sentences.add("The run branches from another: " + scenario.branches().size() + " decision"
                    + (scenario.branches().size() == 1 ? " was" : "s were") + " changed on the way.");
        }
        if (scenario.messages() != null) {
            sentences.add("Owners said things during the run, which changed their preferences.");
        }
    }

    private void models() {
        LanguageRecord record = result.language();
        if (record == null) {
            sentences.add("No language model took part.");
            return;
        }
        LanguageReport report = record.report();
        sentences.add(String.format(
                Locale.ROOT, "The language model %s at %s answered %d of %d decisions%s; the rules took the others.",
                report.model(), report.host(), report.decisions() - report.fallbacks(), report.decisions(),
                report.replayed() ? ", replayed from a tape" : ""));
    }

    private void optimum() {
        OptimumSet optimum = result.optimum();
        if (optimum == null || optimum.results().isEmpty()) {
            sentences.add("The central optimum was not solved, so no efficiency is stated.");
            return;
        }
        OptimumResult first = optimum.results().getFirst();
        boolean proved = optimum.results().stream().allMatch(one -> one.status() == OptimumStatus.OPTIMAL);
        double worst = optimum.results().stream().mapToDouble(OptimumResult::relativeGap).max().orElse(Double.NaN);
        sentences.add(String.format(
                Locale.ROOT,
                "The central optima (%s) are linear programs with perfect foresight, solved by %s and %s, largest gap %s of the money"
                        + " at stake; bounds were computed from the inputs and do not rely on the solver.",
                optimum.results().stream().map(one -> one.mode().name()).collect(java.util.stream.Collectors.joining(", ")),
                first.solver(), proved ? "certified" : "not certified throughout",
                worst < 1e-5 ? "below 0.001 %" : String.format(Locale.ROOT, "%.3f %%", 100 * worst)));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : String.valueOf(value);
    }
}
