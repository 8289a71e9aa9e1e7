/** The certified central optimum. Never sees the negotiation. */
@NullMarked
package org.vppworkbench.optimizer;

import org.jspecify.annotations.NullMarked;
