/** What a language model is told: prompts as versioned resources, and data in a fenced channel. */
@NullMarked
package org.vppworkbench.negotiation.persona;

import org.jspecify.annotations.NullMarked;
