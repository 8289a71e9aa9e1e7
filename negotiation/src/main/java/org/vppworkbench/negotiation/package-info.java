/** The negotiation between an aggregator and the owners of homes. Never sees the optimizer. */
@NullMarked
package org.vppworkbench.negotiation;

import org.jspecify.annotations.NullMarked;
