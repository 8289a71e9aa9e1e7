/** One bilateral negotiation in utility space: what was possible, the bargaining solutions, and what was agreed. */
@NullMarked
package org.vppworkbench.negotiation.utility;

import org.jspecify.annotations.NullMarked;
