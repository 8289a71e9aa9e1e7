/** The log pane. */
@NullMarked
package org.vppworkbench.app.ui.log;

import org.jspecify.annotations.NullMarked;
