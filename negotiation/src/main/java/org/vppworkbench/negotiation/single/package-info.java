/**
 * One language model that decides for the aggregator and all homes at once, without any talk between them. It sees what nobody
 * in a negotiation sees, the true least price of every home: a condition to compare negotiations with, not a market.
 */
@NullMarked
package org.vppworkbench.negotiation.single;

import org.jspecify.annotations.NullMarked;
