/** Fixed prompts that notice a changed model. */
@NullMarked
package org.vppworkbench.negotiation.llm.sentinel;

import org.jspecify.annotations.NullMarked;
