/** The links between a question and a request: cancel, budget, repetition, limits. */
@NullMarked
package org.vppworkbench.negotiation.llm.chain;

import org.jspecify.annotations.NullMarked;
