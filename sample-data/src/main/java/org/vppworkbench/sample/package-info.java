/** Sample weeks, homes and tariffs with their provenance. */
@NullMarked
package org.vppworkbench.sample;

import org.jspecify.annotations.NullMarked;
