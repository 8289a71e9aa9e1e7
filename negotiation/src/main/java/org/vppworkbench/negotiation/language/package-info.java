/**
 * What is asked of a language model and what it answers, without any library: the port between the agents and the gateway.
 */
@NullMarked
package org.vppworkbench.negotiation.language;

import org.jspecify.annotations.NullMarked;
