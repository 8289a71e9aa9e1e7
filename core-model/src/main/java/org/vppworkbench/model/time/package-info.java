/** Horizon and time series: intervals of 15 minutes, stored as UTC instants, shown in local time. */
@NullMarked
package org.vppworkbench.model.time;

import org.jspecify.annotations.NullMarked;
