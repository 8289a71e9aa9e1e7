/** The negotiation pane. */
@NullMarked
package org.vppworkbench.app.ui.negotiation;

import org.jspecify.annotations.NullMarked;
