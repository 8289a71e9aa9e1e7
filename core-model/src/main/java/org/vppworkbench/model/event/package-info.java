/** The append-only event stream of a run and its fold. */
@NullMarked
package org.vppworkbench.model.event;

import org.jspecify.annotations.NullMarked;
