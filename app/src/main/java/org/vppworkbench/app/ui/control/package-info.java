/** Small controls that several panes use. */
@NullMarked
package org.vppworkbench.app.ui.control;

import org.jspecify.annotations.NullMarked;
