/** Reads untrusted files, packed or not, row by row and within limits of memory. */
@NullMarked
package org.vppworkbench.sample.imports.source;

import org.jspecify.annotations.NullMarked;
