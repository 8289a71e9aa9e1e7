/** Home plan, dispatch, what-if: what a home does and what a contract costs it. */
@NullMarked
package org.vppworkbench.model.physics;

import org.jspecify.annotations.NullMarked;
