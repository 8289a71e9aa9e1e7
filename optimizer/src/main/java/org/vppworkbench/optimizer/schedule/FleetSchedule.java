package org.vppworkbench.optimizer.schedule;

import java.util.List;

/**
 * One schedule per home, in fleet order.
 *
 * @param homes schedules
 */
public record FleetSchedule(List<HomeSchedule> homes) {
    public FleetSchedule {
        homes = List.copyOf(homes);
    }
}
