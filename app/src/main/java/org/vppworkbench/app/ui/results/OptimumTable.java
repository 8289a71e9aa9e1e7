package org.vppworkbench.app.ui.results;

import javafx.collections.ObservableList;
import javafx.scene.control.TableView;
import org.vppworkbench.app.ui.control.Columns;
import org.vppworkbench.app.ui.control.EmptyState;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.optimizer.OptimumResult;

/** The certificates of the optima. */
final class OptimumTable extends TableView<OptimumResult> {
    OptimumTable(ObservableList<OptimumResult> optima) {
        super(optima);
        setId("optimum-table");
        setAccessibleText("Certified optima");
        setFixedCellSize(Em.of(2.1));
        getColumns().add(Columns.text("Optimum", "HOME: each home at its own best. AWARE: with preferences. BLIND: without", 6.6, r -> r.mode().name()));
        getColumns().add(Columns.text("Status", "OPTIMAL: proved within the tolerance", 7, r -> r.status().name()));
        getColumns().add(Columns.number("Objective $", "Welfare W at the certified point of the linear program, which may charge and discharge a battery at once [$]", 7.8, "%.4f", OptimumResult::objectiveUsd));
        getColumns().add(Columns.number("Feasible $", "Welfare W of a schedule that can be carried out: one direction per battery and interval [$]", 7.6, "%.4f", OptimumResult::feasibleUsd));
        getColumns().add(Columns.number("Bound $", "Certified upper bound on W [$]", 7, "%.4f", OptimumResult::upperBoundUsd));
        getColumns().add(Columns.number("Gap %", "Bound less objective, as a share of the money at stake", 6.8, "%.5f", r -> 100 * r.relativeGap()));
        getColumns().add(Columns.number("Violation kW or kWh", "Largest certified violation of any constraint [kW or kWh]", 12.4, "%.0e", OptimumResult::maxViolation));
        getColumns().add(Columns.number("Steps", "Newton steps", 5.2, "%.0f", r -> r.iterations()));
        getColumns().add(Columns.text("Solver", "Name and version; the certificate does not rely on it", 9, OptimumResult::solver));
        setPlaceholder(new EmptyState("mdmz-verified", "The optimum is not solved yet. “Solve optimum” takes up to a minute for one day; it can be cancelled."));
    }
}
