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
 * @param said what the owner has said since the run began, in order; the typed part of it is in {@code expected} or in the
 *     desk's instruction
 */
public record OwnHome(
        ProsumerInputs expected, HomeState state, int interval, List<Preference> preferences, List<String> said) {
    public OwnHome {
        preferences = List.copyOf(preferences);
        said = List.copyOf(said);
    }
}
