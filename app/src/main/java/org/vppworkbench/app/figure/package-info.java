/** Figures: one JFreeChart model for screen, PNG and SVG. Free of JavaFX. */
@NullMarked
package org.vppworkbench.app.figure;

import org.jspecify.annotations.NullMarked;
