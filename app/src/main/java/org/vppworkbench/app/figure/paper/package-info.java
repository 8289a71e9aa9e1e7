/** Figures as a journal prints them: at the width of a column, in one embedded font, as PNG, SVG, PDF or the numbers. */
@NullMarked
package org.vppworkbench.app.figure.paper;

import org.jspecify.annotations.NullMarked;
