/** Forecasts of prices, roofs and loads, what they may see, and how good they are ({@code model.md} §3). */
@NullMarked
package org.vppworkbench.model.forecast;

import org.jspecify.annotations.NullMarked;
