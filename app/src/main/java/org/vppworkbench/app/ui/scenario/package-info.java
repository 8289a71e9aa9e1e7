/** The scenario pane. */
@NullMarked
package org.vppworkbench.app.ui.scenario;

import org.jspecify.annotations.NullMarked;
