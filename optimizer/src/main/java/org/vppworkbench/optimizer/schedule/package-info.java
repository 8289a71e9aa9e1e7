/** Plain records between solver and certificate: schedules and multipliers. */
@NullMarked
package org.vppworkbench.optimizer.schedule;

import org.jspecify.annotations.NullMarked;
