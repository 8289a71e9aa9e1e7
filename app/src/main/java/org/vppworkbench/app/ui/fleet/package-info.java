/** The fleet pane. */
@NullMarked
package org.vppworkbench.app.ui.fleet;

import org.jspecify.annotations.NullMarked;
