/** What the window works on: the document, its history, the run, and the door to the core. */
@NullMarked
package org.vppworkbench.app.ui.session;

import org.jspecify.annotations.NullMarked;
