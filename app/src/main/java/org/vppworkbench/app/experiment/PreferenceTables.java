package org.vppworkbench.app.experiment;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.app.io.DataTable;
import org.vppworkbench.app.io.DataTable.Cell;
import org.vppworkbench.app.io.DataTable.Column;

/** Tables of preferences and satisfaction by kind. */
final class PreferenceTables {
    private PreferenceTables() {}

    static DataTable preferences(ExperimentResult result, String note) {
        List<List<Cell>> rows = new ArrayList<>();
        for (PreferenceSummary.Kind kind : PreferenceSummary.kinds(result)) {
            rows.add(List.of(
                    Cell.of(kind.type()), Cell.of(kind.strength()), Cell.of(kind.asset()),
                    RunTables.number((double) kind.homes(), 0), RunTables.number((double) kind.checks(), 0),
                    RunTables.number((double) kind.violations(), 0), RunTables.number(kind.compliance(), 4),
                    RunTables.number(kind.severity(), 3), Cell.of(kind.unit())));
        }
        return new DataTable("preferences", "Preferences by kind", note, List.of(
                        new Column("preference", "Preference", false, true),
                        new Column("strength", "Strength", false, true),
                        new Column("about", "About", false, true),
                        new Column("homes", "Homes [count]", true, true),
                        new Column("checks", "Checks [count]", true, true),
                        new Column("violations", "Broken [count]", true, true),
                        new Column("compliance_share", "Kept [share]", true, true),
                        new Column("severity", "Severity [unit at right]", true, true),
                        new Column("severity_unit", "Unit", false, true)),
                rows);
    }

    static DataTable satisfaction(ExperimentResult result, String note) {
        List<List<Cell>> rows = new ArrayList<>();
        for (PreferenceSummary.Group group : PreferenceSummary.groups(result)) {
            rows.add(List.of(
                    Cell.of(group.assets()), RunTables.number((double) group.homes(), 0),
                    RunTables.number(group.meanSatisfaction(), 3), RunTables.number(group.leastSatisfaction(), 3),
                    RunTables.usd(group.meanSurplusUsd()), RunTables.number((double) group.violations(), 0)));
        }
        return new DataTable("satisfaction", "Satisfaction by what homes own", note, List.of(
                        new Column("assets", "Homes with", false, true),
                        new Column("homes", "Homes [count]", true, true),
                        new Column("satisfaction_mean", "Mean satisfaction [0\u20131]", true, true),
                        new Column("satisfaction_least", "Least [0\u20131]", true, true),
                        new Column("surplus_mean_usd", "Mean surplus [$]", true, true),
                        new Column("violations", "Broken [count]", true, true)),
                rows);
    }
}
