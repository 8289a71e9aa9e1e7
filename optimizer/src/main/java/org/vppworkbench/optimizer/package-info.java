/** The certified central optimum of {@code model.md} §5. */
@NullMarked
package org.vppworkbench.optimizer;

import org.jspecify.annotations.NullMarked;
