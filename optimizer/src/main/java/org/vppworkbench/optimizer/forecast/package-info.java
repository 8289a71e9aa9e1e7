/** The optimum on what was known, valued on what happened. */
@NullMarked
package org.vppworkbench.optimizer.forecast;

import org.jspecify.annotations.NullMarked;
