/** The command line: the same work as the window, without one. */
@NullMarked
package org.vppworkbench.app.cli;

import org.jspecify.annotations.NullMarked;
