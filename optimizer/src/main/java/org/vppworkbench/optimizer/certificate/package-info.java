/** Proof of a result by plain arithmetic; shares no code with the solver or the linear program. */
@NullMarked
package org.vppworkbench.optimizer.certificate;

import org.jspecify.annotations.NullMarked;
