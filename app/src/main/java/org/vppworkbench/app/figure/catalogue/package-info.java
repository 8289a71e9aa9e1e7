/** Which figures there are of a run, and what each needs. */
@NullMarked
package org.vppworkbench.app.figure.catalogue;

import org.jspecify.annotations.NullMarked;
