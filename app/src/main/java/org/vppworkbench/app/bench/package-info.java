/** Measurements of the engine, as medians of repeated runs within one process. */
@NullMarked
package org.vppworkbench.app.bench;

import org.jspecify.annotations.NullMarked;
