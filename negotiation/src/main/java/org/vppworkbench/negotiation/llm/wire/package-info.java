/** One request to one provider: what goes over the wire, what comes back and what it means. */
@NullMarked
package org.vppworkbench.negotiation.llm.wire;

import org.jspecify.annotations.NullMarked;
