/** The gate between any agent and the engine. */
@NullMarked
package org.vppworkbench.negotiation.gate;

import org.jspecify.annotations.NullMarked;
