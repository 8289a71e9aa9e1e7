/** Projects in the window: opening, saving, unsaved work and its recovery, what is dropped, and the welcome page. */
@NullMarked
package org.vppworkbench.app.ui.project;

import org.jspecify.annotations.NullMarked;
