/** A home that answers prices with its own linear program. */
@NullMarked
package org.vppworkbench.optimizer.coordination;

import org.jspecify.annotations.NullMarked;
