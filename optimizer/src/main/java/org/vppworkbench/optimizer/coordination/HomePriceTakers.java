package org.vppworkbench.optimizer.coordination;

import java.util.List;
import java.util.stream.IntStream;
import org.vppworkbench.model.coordination.AuditedTaker;
import org.vppworkbench.model.coordination.Expectation;
import org.vppworkbench.model.coordination.PriceTakers;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.simulation.CancelToken;

/** Homes that solve their own part of the program of {@code model.md} §5, mode AWARE, at the prices they are told. */
public final class HomePriceTakers implements PriceTakers {
    @Override
    public List<AuditedTaker> of(Expectation expectation, CancelToken cancel) {
        RunInputs inputs = expectation.inputs();
        return IntStream.range(0, inputs.prosumers().size())
                .parallel()
                .<AuditedTaker>mapToObj(i -> new HomePriceTaker(
                        alone(inputs, i),
                        expectation.behaviours().isEmpty() ? null : expectation.behaviours().get(i),
                        cancel))
                .toList();
    }

    /** The same inputs with one home. */
    private static RunInputs alone(RunInputs inputs, int home) {
        return new RunInputs(
                inputs.horizon(), inputs.prices(), inputs.forecasts(), inputs.required(), inputs.calledIntervals(),
                List.of(inputs.prosumers().get(home)));
    }
}
