/** Homes described in words: what was read beside the words it rests on, corrected by hand, and added to the fleet. */
@NullMarked
package org.vppworkbench.app.ui.describe;

import org.jspecify.annotations.NullMarked;
