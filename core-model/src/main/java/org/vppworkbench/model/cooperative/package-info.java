/** Cooperative games with transferable utility: Shapley value, core and least core. */
@NullMarked
package org.vppworkbench.model.cooperative;

import org.jspecify.annotations.NullMarked;
