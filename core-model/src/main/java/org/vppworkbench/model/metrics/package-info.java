/** One evaluator: the same formulas for every mechanism. */
@NullMarked
package org.vppworkbench.model.metrics;

import org.jspecify.annotations.NullMarked;
