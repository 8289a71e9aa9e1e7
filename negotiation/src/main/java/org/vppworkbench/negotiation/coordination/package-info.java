/** Prices for the whole run, found by asking every home what it would sell at them, and the contracts made of them. */
@NullMarked
package org.vppworkbench.negotiation.coordination;

import org.jspecify.annotations.NullMarked;
