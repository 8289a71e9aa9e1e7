/** What the user chose for the window, and what follows from it: theme, font size, place. */
@NullMarked
package org.vppworkbench.app.ui.preferences;

import org.jspecify.annotations.NullMarked;
