/** The linear program of the central optimum, as columns and rows. */
@NullMarked
package org.vppworkbench.optimizer.lp;

import org.jspecify.annotations.NullMarked;
