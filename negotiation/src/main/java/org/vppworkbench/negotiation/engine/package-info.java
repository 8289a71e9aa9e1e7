/** One negotiation from the call for proposals to the awards. */
@NullMarked
package org.vppworkbench.negotiation.engine;

import org.jspecify.annotations.NullMarked;
