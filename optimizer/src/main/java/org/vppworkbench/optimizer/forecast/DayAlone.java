package org.vppworkbench.optimizer.forecast;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.optimizer.forecast.DayWindow.Energies;

/**
 * One local day of a longer run as inputs of its own: the same homes, prices, requirement and calls, from the energies the
 * homes had at its midnight; what is left at its end counts v_end per kWh, as everywhere.
 *
 * <p>What a run did on that day is a point of the day's program, so the day's bound holds for the day's W. It is no part of
 * the optimum of the whole run, which may carry energy over midnight.
 */
public final class DayAlone {
    private DayAlone() {}

    /**
     * The day alone.
     *
     * @param whole the whole run
     * @param day local day, counted from 0
     * @param before what every home did in the last interval before the day, in fleet order; empty for the first day, which
     *     begins as the run does
     * @throws IllegalArgumentException where {@code before} is empty on a later day, or has another number of homes
     */
    public static RunInputs of(RunInputs whole, int day, List<HomeInterval> before) {
        int homes = whole.prosumers().size();
        boolean first = day == 0 && before.isEmpty();
        if (!first && before.size() != homes) {
            throw new IllegalArgumentException(before.size() + " homes before day " + day + ", but the run has " + homes);
        }
        List<Energies> energies = new ArrayList<>();
        for (int i = 0; i < homes; i++) {
            energies.add(first
                    ? Energies.initial(whole.prosumers().get(i))
                    : new Energies(before.get(i).bessKwh(), before.get(i).evKwh()));
        }
        return DayWindow.of(whole, day, 1).inputs(whole.prices(), whole.prosumers(), true, energies);
    }
}
