/** Who may say what, when, and what each side gets to see. */
@NullMarked
package org.vppworkbench.negotiation.protocol;

import org.jspecify.annotations.NullMarked;
