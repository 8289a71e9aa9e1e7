/** Recorded answers: writing, reading and strict replay of the format vpp-tape/1. */
@NullMarked
package org.vppworkbench.negotiation.llm.tape;

import org.jspecify.annotations.NullMarked;
