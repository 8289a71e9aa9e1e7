/** The frame of the window: navigation, menu, tool bar, status bar. */
@NullMarked
package org.vppworkbench.app.ui.shell;

import org.jspecify.annotations.NullMarked;
