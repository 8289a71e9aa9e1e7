package org.vppworkbench.app.ui.results;

import org.vppworkbench.optimizer.OptimumResult;

/**
 * One certified optimum, as a row.
 *
 * @param scope what was optimised, such as {@code whole run}
 * @param result the optimum
 */
public record OptimumRow(String scope, OptimumResult result) {}
