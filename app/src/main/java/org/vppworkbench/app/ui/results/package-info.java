/** The results pane. */
@NullMarked
package org.vppworkbench.app.ui.results;

import org.jspecify.annotations.NullMarked;
