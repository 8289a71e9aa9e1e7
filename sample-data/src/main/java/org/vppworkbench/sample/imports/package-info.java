/** Importers of published files: the interface, its options and its result. */
@NullMarked
package org.vppworkbench.sample.imports;

import org.jspecify.annotations.NullMarked;
