/** Rule agents: time-dependent concession on both sides, with their reasons in plain words. */
@NullMarked
package org.vppworkbench.negotiation.agent;

import org.jspecify.annotations.NullMarked;
