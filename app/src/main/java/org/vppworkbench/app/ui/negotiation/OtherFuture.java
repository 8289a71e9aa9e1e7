package org.vppworkbench.app.ui.negotiation;

import java.util.List;
import org.vppworkbench.app.ui.session.LiveRun;
import org.vppworkbench.model.event.EventLog;
import org.vppworkbench.model.event.HourSummary;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.event.RunState;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.simulation.CancelToken;

/** Finds in the run before a branch the place that belongs to a place in the branch. */
final class OtherFuture {
    /** Events compared between two looks at whether somebody cancelled. */
    private static final int CHUNK = 4096;

    private OtherFuture() {}

    /** Events that both runs share; the branch has one more before it goes its own way. */
    static int shared(LiveRun branch) {
        return branch.opensAt() - 1;
    }

    /**
     * Position in the base at which the same was said: the same event before the branch, after it the same round of the same
     * opportunity, or the same delivery.
     */
    static int position(LiveRun base, LiveRun branch, RunState state) {
        base.stops().catchUp();
        if (state.position() <= shared(branch)) {
            return state.position();
        }
        int hour = state.trading().hour();
        int end = base.stops().endOfTrading(hour).orElse(Math.min(state.position(), base.stops().end()));
        RunState atEnd = base.history().stateAt(end);
        if (atEnd.dispatched() < state.dispatched()) {
            return delivered(base.log(), end, state.dispatched());
        }
        Opportunity current = state.trading().current();
        return current == null || atEnd.trading().hour() != hour ? end : talked(atEnd, state, current.product(), end);
    }

    /** After the delivery of so many intervals, as long as nothing else is talked about. */
    private static int delivered(EventLog log, int from, int intervals) {
        int position = from;
        while (position < log.size() && log.get(position).event() instanceof RunEvent.IntervalDispatched done
                && done.interval() < intervals) {
            position++;
        }
        return position;
    }

    private static int talked(RunState atEnd, RunState state, Product product, int end) {
        boolean closed = isClosed(state, product);
        int position = end;
        boolean reached = false;
        for (LoggedEvent logged : atEnd.trading().events()) {
            boolean about = RunEvent.productOf(logged.event()) == product;
            boolean beyond = reached && (!about
                    || (!closed && logged.event() instanceof RunEvent.MessageSent sent
                            && sent.message().envelope().round() > state.trading().round())
                    || (!closed && logged.event() instanceof RunEvent.OpportunityClosed));
            if (beyond) {
                return position;
            }
            reached |= about;
            position = Math.toIntExact(logged.sequence()) + 1;
        }
        return position;
    }

    private static boolean isClosed(RunState state, Product product) {
        return state.trading().events().stream().anyMatch(logged ->
                logged.event() instanceof RunEvent.OpportunityClosed closed && closed.opportunity().product() == product);
    }

    /** Whether an hour became something else; hours that one of the two does not know yet do not count. */
    static boolean differs(LiveRun base, LiveRun branch, int hour) {
        HourSummary a = base.stops().hour(hour).orElse(null);
        HourSummary b = branch.stops().hour(hour).orElse(null);
        return a != null && b != null
                && (a.kind() != b.kind() || a.contracts() != b.contracts() || a.proposals() != b.proposals()
                        || a.refusals() != b.refusals() || a.soldKw() != b.soldKw() || a.reserveKw() != b.reserveKw());
    }

    /**
     * Position in the branch after the first event that is not that of the base, the branch itself left out; -1 where there is
     * none. Compares event by event, so it is not called on the JavaFX thread.
     */
    static int firstDifference(LiveRun base, LiveRun branch, CancelToken cancel) {
        int shared = shared(branch);
        int most = Math.min(base.log().size(), branch.log().size() - 1);
        for (int from = shared; from < most; from += CHUNK) {
            cancel.check("the comparison of two runs");
            int to = Math.min(most, from + CHUNK);
            List<LoggedEvent> one = base.log().range(from, to);
            List<LoggedEvent> other = branch.log().range(from + 1, to + 1);
            for (int i = 0; i < one.size(); i++) {
                if (!one.get(i).event().equals(other.get(i).event())) {
                    return from + i + 2;
                }
            }
        }
        return base.log().size() == branch.log().size() - 1 ? -1 : most + 1;
    }
}
