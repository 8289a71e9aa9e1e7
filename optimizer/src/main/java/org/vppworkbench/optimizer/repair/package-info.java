/** Turns an almost feasible point of the relaxation into a schedule that can be carried out. */
@NullMarked
package org.vppworkbench.optimizer.repair;

import org.jspecify.annotations.NullMarked;
