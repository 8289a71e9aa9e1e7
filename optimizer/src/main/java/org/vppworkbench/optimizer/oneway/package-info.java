/** One direction per interval for every battery and car: a search by dynamic programming at the prices of the relaxation. */
@NullMarked
package org.vppworkbench.optimizer.oneway;

import org.jspecify.annotations.NullMarked;
