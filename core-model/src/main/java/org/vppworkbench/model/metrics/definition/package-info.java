/** What every number of a run is: symbol, formula, inputs and where it is defined; the one place that says so. */
@NullMarked
package org.vppworkbench.model.metrics.definition;

import org.jspecify.annotations.NullMarked;
