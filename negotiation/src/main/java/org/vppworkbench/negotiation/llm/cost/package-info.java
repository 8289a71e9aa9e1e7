/** Tokens, dollars, failures and the model versions that answered. */
@NullMarked
package org.vppworkbench.negotiation.llm.cost;

import org.jspecify.annotations.NullMarked;
