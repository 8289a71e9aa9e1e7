package org.vppworkbench.app.ui.session;

import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.sample.generator.SamplingTable;

/**
 * A fleet drawn from a seed.
 *
 * @param parameters what it was drawn from
 * @param fleet the homes
 * @param table what was asked for and what was drawn
 */
public record GeneratedFleet(FleetParameters parameters, Fleet fleet, SamplingTable table) {}
