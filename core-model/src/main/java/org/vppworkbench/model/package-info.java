/** The domain: time, fleet, market, physics, settlement, metrics, scenario and events. */
@NullMarked
package org.vppworkbench.model;

import org.jspecify.annotations.NullMarked;
