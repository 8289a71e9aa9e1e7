/** The hourly loop that trades, dispatches and records, and the mechanism interface. */
@NullMarked
package org.vppworkbench.model.simulation;

import org.jspecify.annotations.NullMarked;
