/** The seat of a person in a run: what it is about, the tools, and the moves. */
@NullMarked
package org.vppworkbench.app.ui.seat;

import org.jspecify.annotations.NullMarked;
