package org.vppworkbench.optimizer.solver;

import cern.colt.function.IntIntDoubleFunction;
import cern.colt.matrix.DoubleMatrix2D;
import cern.colt.matrix.impl.SparseDoubleMatrix2D;
import org.vppworkbench.optimizer.lp.LinearProgram;

/**
 * The matrix A of a linear program as JOptimizer wants to see it. JOptimizer walks sparse matrices with
 * {@link #forEachNonZero} only if they are of this type; the hash table of the parent class stays empty.
 */
final class ColumnMatrix extends SparseDoubleMatrix2D {
    private static final long serialVersionUID = 1L;

    private final transient LinearProgram lp;

    ColumnMatrix(LinearProgram lp) {
        super(1, 1);
        this.lp = lp;
        this.rows = lp.rows();
        this.columns = lp.columns();
    }

    @Override
    public DoubleMatrix2D forEachNonZero(IntIntDoubleFunction function) {
        for (int j = 0; j < lp.columns(); j++) {
            for (int p = lp.start(j); p < lp.start(j + 1); p++) {
                function.apply(lp.row(p), j, lp.value(p));
            }
        }
        return this;
    }
}
