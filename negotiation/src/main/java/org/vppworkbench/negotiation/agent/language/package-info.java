/** Agents that are language models: what they are asked, how their replies are read, and what happens when that fails. */
@NullMarked
package org.vppworkbench.negotiation.agent.language;

import org.jspecify.annotations.NullMarked;
