/** Where the sun stands, what a clear sky sends and what a roof makes of it: the yardstick for PV yields. */
@NullMarked
package org.vppworkbench.sample.solar;

import org.jspecify.annotations.NullMarked;
