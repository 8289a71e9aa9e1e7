/** Whether a bundle says what its run was: made again from the bundle alone and compared file by file. */
@NullMarked
package org.vppworkbench.app.verify;

import org.jspecify.annotations.NullMarked;
