/** The importers by name. */
@NullMarked
package org.vppworkbench.sample.imports.catalogue;

import org.jspecify.annotations.NullMarked;
