/** Random fleets from parameters and a seed, with a table of what was asked and what was drawn. */
@NullMarked
package org.vppworkbench.sample.generator;

import org.jspecify.annotations.NullMarked;
