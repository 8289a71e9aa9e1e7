/** Arithmetic that knows how wrong it may be. */
@NullMarked
package org.vppworkbench.model.numerics;

import org.jspecify.annotations.NullMarked;
