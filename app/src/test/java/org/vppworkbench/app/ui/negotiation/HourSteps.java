package org.vppworkbench.app.ui.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vppworkbench.model.event.StepKind;

/**
 * What one sees when stepping by hours through a whole run; on the way back the same stops come in the opposite order.
 *
 * @param count stops
 * @param traded hours of trading in the order they came
 * @param delivered how many intervals were delivered at the stops
 */
record HourSteps(int count, List<Integer> traded, SortedSet<Integer> delivered) {
    static HourSteps through(TransportViewModel transport) {
        List<Integer> traded = new ArrayList<>();
        SortedSet<Integer> delivered = new TreeSet<>();
        Deque<Integer> stops = new ArrayDeque<>();
        transport.moveTo(0);
        while (transport.positionProperty().get() < transport.knownProperty().get()) {
            transport.next(StepKind.HOUR);
            if (transport.positionProperty().get() == transport.knownProperty().get()) {
                break; // the end of the log, which is no hour
            }
            stops.push(transport.positionProperty().get());
            if (traded.isEmpty() || traded.getLast() != transport.shownHour()) {
                traded.add(transport.shownHour());
            }
            delivered.add(transport.stateProperty().get().dispatched());
        }
        int count = stops.size();
        while (!stops.isEmpty()) {
            transport.previous(StepKind.HOUR);
            assertEquals(stops.pop(), transport.positionProperty().get());
        }
        transport.previous(StepKind.HOUR);
        assertEquals(0, transport.positionProperty().get());
        return new HourSteps(count, traded, delivered);
    }
}
