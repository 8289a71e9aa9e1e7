/** What can be said about the quality of data before they are used: checks, statistics, findings. */
@NullMarked
package org.vppworkbench.sample.quality;

import org.jspecify.annotations.NullMarked;
