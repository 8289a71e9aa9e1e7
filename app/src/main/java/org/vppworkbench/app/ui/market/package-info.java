/** The market pane. */
@NullMarked
package org.vppworkbench.app.ui.market;

import org.jspecify.annotations.NullMarked;
