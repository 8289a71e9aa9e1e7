/** Makes series without gaps of the points found in files. */
@NullMarked
package org.vppworkbench.sample.imports.series;

import org.jspecify.annotations.NullMarked;
