package org.vppworkbench.model.coordination;

import org.vppworkbench.model.market.Product;

/**
 * A price taker with what the engine knows of its home besides. It is for the gate, which tells only whether an answer is
 * possible, and for the evaluator; whoever asks for prices sees a {@link PriceTaker}.
 */
public interface AuditedTaker extends PriceTaker {
    /** For the gate: the most it could ever sell of a product in an interval; 0 where it cannot or must not [kW]. */
    double mostKw(Product product, int interval);

    /**
     * For the evaluator: what it makes without selling anything, of which all it declares is the difference; not less than any
     * schedule without sales is worth [$].
     */
    double aloneUsd();
}
