package org.vppworkbench.app.ui.session;

import java.util.List;
import org.vppworkbench.model.metrics.Invariant;
import org.vppworkbench.model.metrics.MetricTable;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.settlement.Settlement;
import org.vppworkbench.model.simulation.RunRecord;

/**
 * A complete run with everything computed from it.
 *
 * @param scenario what was run
 * @param record what the homes did and sold
 * @param settlement the money
 * @param baseline the money of the home plans without market
 * @param metrics by the one evaluator
 * @param invariants verdicts
 * @param optimum certified optima; empty until they are solved
 */
public record RunOutcome(
    ResolvedScenario scenario,
    RunRecord record,
    Settlement settlement,
    Settlement baseline,
    MetricTable metrics,
    List<Invariant> invariants,
    List<OptimumLine> optimum) {
  public RunOutcome {
    invariants = List.copyOf(invariants);
    optimum = List.copyOf(optimum);
  }

  /** Whether no invariant is breached. */
  public boolean trustworthy() {
    return invariants.stream().allMatch(Invariant::holds);
  }
}
