package org.vppworkbench.app.ui.negotiation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.physics.DayGrid;
import org.vppworkbench.model.physics.HomePlans;
import org.vppworkbench.model.physics.HomeSimulator;
import org.vppworkbench.model.physics.WhatIf;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;

/**
 * What every quantity would have cost a home when it sent a message: its simulator is brought to that moment by the recorded
 * events and asked again. Where it does not do what was recorded, there is no curve.
 *
 * @param points quantity and cost, ascending by quantity
 * @param why why there is none; empty where there is one
 */
record CostCurve(List<Point> points, String why) {
    /** Quantities asked about. */
    private static final int QUANTITIES = 12;

    /** What was recorded and what is computed again may differ by rounding only. */
    private static final double SAME = 1e-6;

    CostCurve {
        points = List.copyOf(points);
    }

    /**
     * @param kw quantity [kW]
     * @param costUsd incremental cost through the hour [$]
     * @param reservationPerMwh cost per quantity [$/MWh]
     */
    record Point(double kw, double costUsd, double reservationPerMwh) {}

    private static CostCurve none(String why) {
        return new CostCurve(List.of(), why);
    }

    /**
     * Computes the curve; takes some tenths of a second late in a week, so it is not called on the JavaFX thread.
     *
     * @param events of the run, up to the message at least
     * @param picture the message
     */
    static CostCurve of(ResolvedScenario scenario, List<LoggedEvent> events, Why.Picture picture, CancelToken cancel) {
        RunInputs inputs = scenario.inputs();
        int home = Why.index(inputs, picture.home());
        DayGrid days = new DayGrid(inputs.horizon());
        HomeSimulator simulator = new HomeSimulator(
                inputs.prosumers().get(home), inputs.outlooks().get(home),
                HomePlans.of(inputs.outlooks().get(home), scenario.behaviours().get(home), days), days, Set.copyOf(inputs.calledIntervals()));
        for (LoggedEvent logged : events.subList(0, picture.position())) {
            switch (logged.event()) {
                case RunEvent.IntervalDispatched done -> {
                    cancel.check("the cost curve");
                    double recorded = done.homes().get(home).bessKwh();
                    if (Math.abs(simulator.step().bessKwh() - recorded) > SAME) {
                        return none("Not shown: the home does not do again what was recorded, as its owner or its plans changed during the run.");
                    }
                }
                case RunEvent.OfferSettled settled when settled.offer().cleared() -> {
                    for (Contract contract : settled.offer().contracts()) {
                        if (contract.prosumer().equals(picture.home())) {
                            simulator.commit(contract.product(), contract.hour(), contract.kw());
                        }
                    }
                }
                default -> { }
            }
        }
        WhatIf tool = simulator.whatIf(picture.product(), picture.hour());
        WhatIfResult again = tool.at(picture.whatIf().requestedKw());
        if (Math.abs(again.incrementalCostUsd() - picture.whatIf().incrementalCostUsd()) > SAME
                || Math.abs(again.deliverableKw() - picture.whatIf().deliverableKw()) > SAME) {
            return none("Not shown: the what-if computed again is not the one recorded, as offers were open that the events do not tell.");
        }
        double most = tool.most().deliverableKw();
        List<Point> points = new ArrayList<>();
        for (int k = 1; k <= QUANTITIES && most > 0; k++) {
            cancel.check("the cost curve");
            WhatIfResult result = tool.at(most * k / QUANTITIES);
            if (result.deliverable()) {
                points.add(new Point(result.deliverableKw(), result.incrementalCostUsd(), result.reservationPerMwh()));
            }
        }
        return points.isEmpty() ? none("Nothing is deliverable, so no quantity has a cost.") : new CostCurve(points, "");
    }
}
