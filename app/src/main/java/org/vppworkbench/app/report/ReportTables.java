package org.vppworkbench.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.PreferenceSummary;
import org.vppworkbench.app.io.DataTable;
import org.vppworkbench.app.io.DataTable.Cell;
import org.vppworkbench.app.io.DataTable.Column;
import org.vppworkbench.app.io.PriceKinds;
import org.vppworkbench.model.metrics.Metric;
import org.vppworkbench.model.metrics.definition.MetricDefinition;
import org.vppworkbench.model.metrics.definition.MetricDefinitions;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.Timeline;

/** Tables that only a report has. */
final class ReportTables {
    private ReportTables() {}

    /** What was chosen. */
    static DataTable scenario(ExperimentResult result) {
        Scenario scenario = result.scenario().scenario();
        Requirement wanted = scenario.requirement();
        List<List<Cell>> rows = new ArrayList<>();
        row(rows, "Data", scenario.sample());
        row(rows, "Days", scenario.days() + " from " + scenario.firstDay());
        row(rows, "Fleet", scenario.fleetReference() + ", " + result.scenario().inputs().prosumers().size() + " homes");
        for (PreferenceSummary.Group group : PreferenceSummary.groups(result)) {
            row(rows, "  of these with " + group.assets(), String.valueOf(group.homes()));
        }
        row(rows, "Wanted by the aggregator", String.format(
                Locale.ROOT, "%s kW energy, %s kW spin, %s kW non-spin in every hour", wanted.energyKw(), wanted.spinKw(), wanted.nonSpinKw()));
        row(rows, "Least stake", scenario.minStakeUsd() + " $");
        row(rows, "Timeline", scenario.market().timeline().label());
        row(rows, "Market rules", scenario.market().rules().toString());
        row(rows, "Forecast", scenario.market().forecast().label());
        row(rows, "Mechanism", result.record().mechanism() + " (" + result.record().label() + ")");
        row(rows, "Agents", String.format(
                Locale.ROOT, "%d rounds, gate %s", scenario.agents().rounds(), scenario.agents().gate()));
        row(rows, "Price of undelivered energy", scenario.kappa() + " of the contract price");
        row(rows, "Seed", String.valueOf(scenario.seed()));
        row(rows, "Branches", String.valueOf(scenario.branches().size()));
        return new DataTable("scenario", "What was chosen", "", List.of(
                new Column("setting", "Setting", false, true), new Column("value", "Value", false, true)), rows);
    }

    private static void row(List<List<Cell>> rows, String name, String value) {
        rows.add(List.of(Cell.of(name), Cell.of(value)));
    }

    /** What every metric of the run means. */
    static DataTable definitions(ExperimentResult result) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Metric metric : result.metrics().week()) {
            MetricDefinition definition = MetricDefinitions.find(metric.key()).orElseThrow();
            rows.add(List.of(
                    Cell.of(definition.key()), Cell.of(definition.unit().isEmpty() ? "\u2013" : definition.unit()),
                    Cell.of(definition.formula()), Cell.of(definition.meaning()), Cell.of(definition.section().replaceFirst("^docs/", ""))));
        }
        return new DataTable("definitions", "Every metric", "", List.of(
                        new Column("key", "Key", false, true), new Column("unit", "Unit", false, true),
                        new Column("formula", "Formula", false, true), new Column("meaning", "Meaning", false, true),
                        new Column("section", "Defined in", false, true)),
                rows);
    }

    /** How far the run may be trusted, as it was really run. */
    static List<String> limits(ExperimentResult result) {
        Scenario scenario = result.scenario().scenario();
        List<String> limits = new ArrayList<>();
        String warning = PriceKinds.warning(result.scenario().provenance());
        if (!warning.isEmpty()) {
            limits.add(warning + ": sums of money say nothing about a real market.");
        }
        if (scenario.market().timeline() != Timeline.DAY_AHEAD) {
            limits.add("The timeline is STYLISED: it pays the day-ahead price to who trades after publication.");
        }
        limits.add(scenario.days() == 1
                ? "One day is one case: nothing here is annual, and nothing says how often such days come."
                : "These days are one stretch of weather and prices: nothing here is annual.");
        limits.add("Residential aggregations that sell spinning reserve are a what-if, not practice of 2023.");
        limits.add("One seed is one draw: differences between mechanisms need several seeds.");
        if (result.optimum() == null) {
            limits.add("Without the central optimum nobody knows how much better the outcome could have been.");
        } else {
            limits.add("The optimum knows prices, loads and sun in advance; no mechanism can, so an efficiency of 1 is a bound and no aim.");
        }
        if (result.language() != null) {
            limits.add("A language model may answer otherwise tomorrow; only its tape can be repeated.");
        }
        return limits;
    }
}
