/** The window. Views build nodes and bind; view models import {@code javafx.base} only. */
@NullMarked
package org.vppworkbench.app.ui;

import org.jspecify.annotations.NullMarked;
