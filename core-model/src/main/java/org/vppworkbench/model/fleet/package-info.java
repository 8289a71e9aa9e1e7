/** Homes as the researcher edits them: assets, tariff, trips, preferences. */
@NullMarked
package org.vppworkbench.model.fleet;

import org.jspecify.annotations.NullMarked;
