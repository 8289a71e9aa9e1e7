/** Every number the physics and the optimum need, resolved per interval: the content of vpp-inputs/1. */
@NullMarked
package org.vppworkbench.model.inputs;

import org.jspecify.annotations.NullMarked;
