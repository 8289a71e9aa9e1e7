/** The gateway to language models: the only place that knows a provider, a key, a limit or a network. */
@NullMarked
package org.vppworkbench.negotiation.llm;

import org.jspecify.annotations.NullMarked;
