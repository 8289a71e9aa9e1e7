package org.vppworkbench.app.ui.results;

import javafx.collections.ObservableList;
import javafx.scene.control.TableView;
import org.vppworkbench.app.ui.control.Columns;
import org.vppworkbench.app.ui.control.EmptyState;
import org.vppworkbench.app.ui.control.Em;

/** The certificates of the optima. */
final class OptimumTable extends TableView<OptimumRow> {
    /**
     * @param empty shown while there is none
     */
    OptimumTable(ObservableList<OptimumRow> optima, EmptyState empty) {
        super(optima);
        setId("optimum-table");
        setAccessibleText("Certified optima");
        setFixedCellSize(Em.of(2.1));
        getColumns().add(Columns.text("Mode", "HOME: each home at its own best. AWARE: with preferences. BLIND: without", 4.9, r -> r.result().mode().name()));
        getColumns().add(Columns.text("Of", "What was optimised: the whole run, or one day of it alone", 9.9, OptimumRow::scope));
        getColumns().add(Columns.text("Status", "OPTIMAL: proved within the tolerance", 5.4, r -> r.result().status().name()));
        getColumns().add(Columns.number("Objective\n$", "Welfare W at the certified point of the linear program, which may charge and discharge a battery at once [$]", 6.3, "%.2f", r -> r.result().objectiveUsd()));
        getColumns().add(Columns.number("Feasible\n$", "Welfare W of a schedule that can be carried out: one direction per battery and interval [$]", 5.6, "%.2f", r -> r.result().feasibleUsd()));
        getColumns().add(Columns.number("Bound\n$", "Certified upper bound on W [$]", 5.5, "%.2f", r -> r.result().upperBoundUsd()));
        getColumns().add(Columns.number("Gap\n$", "Bound less objective [$]", 5, "%.5f", r -> r.result().gapUsd()));
        getColumns().add(Columns.number("Gap\n%", "Bound less objective, as a share of the money at stake [%]", 5, "%.5f", r -> 100 * r.result().relativeGap()));
        getColumns().add(Columns.number("Residual\nkW, kWh", "Largest certified violation of any constraint [kW or kWh]", 5.7, "%.0e", r -> r.result().maxViolation()));
        getColumns().add(Columns.number("Steps", "Newton steps", 4.4, "%.0f", r -> r.result().iterations()));
        getColumns().add(Columns.dispensable(Columns.text("Solver", "Name and version; the certificate does not rely on it", 8.8, r -> r.result().solver())));
        Columns.fill(this);
        setPlaceholder(empty);
    }
}
