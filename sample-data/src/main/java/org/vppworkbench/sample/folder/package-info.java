/** A folder of series on disk ({@code vpp-data/1}): what the importers write and a run can read. */
@NullMarked
package org.vppworkbench.sample.folder;

import org.jspecify.annotations.NullMarked;
