/** The application: wires the modules and starts the command line or the window. */
@NullMarked
package org.vppworkbench.app;

import org.jspecify.annotations.NullMarked;
