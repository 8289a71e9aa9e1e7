/** One dialog that writes any figure or table of a run as a journal wants it. */
@NullMarked
package org.vppworkbench.app.ui.export;

import org.jspecify.annotations.NullMarked;
