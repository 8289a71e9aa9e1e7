/** Auctions: one sealed bid of every home, one clearing, one payment rule. */
@NullMarked
package org.vppworkbench.negotiation.auction;

import org.jspecify.annotations.NullMarked;
