/** Figures, defined once and drawn on screen and to files by the same code. */
@NullMarked
package org.vppworkbench.app.figure;

import org.jspecify.annotations.NullMarked;
