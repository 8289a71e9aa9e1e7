/**
 * A stand-in for the servers of language models, on the loopback address: real HTTP, scripted or rule-driven replies, and
 * every fault a provider or the way to it can show. For tests and measurements only; no run of a user ever asks it.
 */
@NullMarked
package org.vppworkbench.negotiation.standin;

import org.jspecify.annotations.NullMarked;
