/** Bills, payments, welfare: who gets what. */
@NullMarked
package org.vppworkbench.model.settlement;

import org.jspecify.annotations.NullMarked;
