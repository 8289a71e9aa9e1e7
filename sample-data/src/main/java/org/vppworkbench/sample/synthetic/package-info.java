/** An invented market with the statistics of the real one, for any days and seeds; always labelled SYNTHETIC. */
@NullMarked
package org.vppworkbench.sample.synthetic;

import org.jspecify.annotations.NullMarked;
