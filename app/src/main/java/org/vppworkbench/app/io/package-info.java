/** Files: the formats of a run bundle, read and written, and the folder itself. Free of JavaFX. */
@NullMarked
package org.vppworkbench.app.io;

import org.jspecify.annotations.NullMarked;
