/** JOptimizer's primal-dual loop with linear algebra that knows the structure of a fleet. */
@NullMarked
package org.vppworkbench.optimizer.solver;

import org.jspecify.annotations.NullMarked;
