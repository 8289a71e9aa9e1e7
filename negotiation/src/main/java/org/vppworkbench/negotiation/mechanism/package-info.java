/** The mechanisms that need no solver of their own, and their registry. */
@NullMarked
package org.vppworkbench.negotiation.mechanism;

import org.jspecify.annotations.NullMarked;
