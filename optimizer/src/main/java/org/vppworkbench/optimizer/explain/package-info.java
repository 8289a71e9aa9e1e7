/** What binds in an optimum, and what it is worth. */
@NullMarked
package org.vppworkbench.optimizer.explain;

import org.jspecify.annotations.NullMarked;
