/** The simplex solver of Google OR-Tools, in builds that ask for it. */
@NullMarked
package org.vppworkbench.optimizer.glop;

import org.jspecify.annotations.NullMarked;
