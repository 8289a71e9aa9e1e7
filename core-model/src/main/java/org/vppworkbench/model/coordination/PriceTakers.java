package org.vppworkbench.model.coordination;

import java.util.List;
import org.vppworkbench.model.simulation.CancelToken;

/** Gives every home of a fleet its own small problem. The application connects it with a solver (decision 0005). */
@FunctionalInterface
public interface PriceTakers {
    /**
     * @param cancel polled while answers are computed; an answer given after it is worth nothing
     * @return one per home, in fleet order; different homes may be asked at the same time
     */
    List<AuditedTaker> of(Expectation expectation, CancelToken cancel);
}
