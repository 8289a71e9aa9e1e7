/** Runs a scenario through a mechanism and evaluates it. Free of JavaFX. */
@NullMarked
package org.vppworkbench.app.experiment;

import org.jspecify.annotations.NullMarked;
