package org.vppworkbench.model.simulation;

import java.util.List;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.physics.HomeState;

/**
 * What an owner knows about the home itself. Private to that home's agent.
 *
 * @param expected its devices, tariff and preferences, with forecasts in place of what will happen
 * @param state energy in its storage now
 * @param interval the next interval to be dispatched, which {@code state} is the start of
 * @param preferences as the owner stated them, with the words they came from
 */
public record OwnHome(ProsumerInputs expected, HomeState state, int interval, List<Preference> preferences) {
    public OwnHome {
        preferences = List.copyOf(preferences);
    }
}
