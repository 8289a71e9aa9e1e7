/** The command palette: everything that can be done or gone to, found by typing. */
@NullMarked
package org.vppworkbench.app.ui.palette;

import org.jspecify.annotations.NullMarked;
