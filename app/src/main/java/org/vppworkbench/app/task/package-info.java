/** Long work off the JavaFX thread, with progress and cancel; the only place that hands work back to it. */
@NullMarked
package org.vppworkbench.app.task;

import org.jspecify.annotations.NullMarked;
