package org.vppworkbench.app.ui.negotiation;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.session.LiveRun;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.event.HourTrading;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.scenario.Branch;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.OwnerChange;
import org.vppworkbench.model.time.Horizon;

/** What the home of the selected message could do otherwise from the position shown on. */
public final class BranchViewModel {
    private final Workbench workbench;
    private final TransportViewModel transport;
    private final NegotiationViewModel negotiation;
    private final ReadOnlyStringWrapper home = new ReadOnlyStringWrapper(this, "home", "");
    private final BooleanBinding impossible;

    public BranchViewModel(Workbench workbench, TransportViewModel transport, NegotiationViewModel negotiation) {
        this.workbench = workbench;
        this.transport = transport;
        this.negotiation = negotiation;
        negotiation.selectedProperty().addListener((o, was, is) -> findHome());
        negotiation.filterProperty().addListener((o, was, is) -> findHome());
        transport.runProperty().addListener((o, was, is) -> findHome());
        findHome();
        impossible = Bindings.createBooleanBinding(
                () -> workbench.outcomeProperty().get() == null
                        || transport.positionProperty().get() < 1
                        || transport.positionProperty().get() >= transport.knownProperty().get(),
                workbench.outcomeProperty(), transport.positionProperty(), transport.knownProperty());
    }

    Workbench workbench() {
        return workbench;
    }

    /** The home that would do otherwise: that of the selected message, else of the filter, else the first. */
    public ReadOnlyStringProperty homeProperty() {
        return home.getReadOnlyProperty();
    }

    /** True while nothing can branch: no complete run is shown, or it is at its start or end. */
    public BooleanBinding impossibleProperty() {
        return impossible;
    }

    /** The opportunity that is being traded at the position shown. */
    public Optional<Opportunity> open() {
        HourTrading trading = transport.stateProperty().get().trading();
        Opportunity current = trading.current();
        boolean closed = current == null || trading.events().stream().anyMatch(
                logged -> logged.event() instanceof RunEvent.OpportunityClosed e && e.opportunity().equals(current));
        return closed ? Optional.empty() : Optional.ofNullable(current);
    }

    /** Whether the home has a car. */
    public boolean hasCar() {
        return car() != null;
    }

    /** Days of the run on which the car leaves after the position shown. */
    public List<LocalDate> departureDays() {
        Horizon horizon = transport.horizon();
        List<LocalDate> days = new ArrayList<>();
        for (int day = 0; horizon != null && day < horizon.days(); day++) {
            if (departure(day).isPresent()) {
                days.add(horizon.date(day));
            }
        }
        return days;
    }

    /** When the car leaves on a day, as it stands. */
    public Optional<LocalTime> departure(LocalDate date) {
        Horizon horizon = transport.horizon();
        if (horizon == null) {
            return Optional.empty();
        }
        OptionalInt interval = departure((int) (date.toEpochDay() - horizon.firstDay().toEpochDay()));
        return interval.isPresent()
                ? Optional.of(horizon.localStart(interval.getAsInt()).toLocalTime())
                : Optional.empty();
    }

    /** Branches: the home sells nothing in the opportunity that is traded now. */
    public void refuseThis() {
        open().ifPresent(opportunity -> start(new OwnerChange.Refuses(home.get(), opportunity.id())));
    }

    /** Branches: the home sells nothing any more. */
    public void refuseEverything() {
        start(new OwnerChange.Refuses(home.get(), null));
    }

    /**
     * Branches: the home asks a share of its price.
     *
     * @return why it cannot; empty where the branch was started
     */
    public String ask(double share) {
        return startIfPossible(new OwnerChange.Asks(home.get(), share));
    }

    /**
     * Branches: the car leaves at another time.
     *
     * @param time such as {@code 06:00}
     * @return why it cannot; empty where the branch was started
     */
    public String leave(@Nullable LocalDate day, String time) {
        if (day == null) {
            return "Choose a day on which the car leaves.";
        }
        try {
            return startIfPossible(new OwnerChange.CarLeaves(home.get(), day, LocalTime.parse(time.strip())));
        } catch (DateTimeParseException e) {
            return "“" + time + "” is no time of day. Allowed: times such as 06:00.";
        }
    }

    private String startIfPossible(OwnerChange change) {
        List<Finding> objections = workbench.objections(branch(change));
        if (objections.isEmpty()) {
            start(change);
            return "";
        }
        Finding first = objections.getFirst();
        return first.message() + (first.value() == null ? "" : " (" + first.value() + ")")
                + (first.allowed() == null ? "" : "; allowed: " + first.allowed());
    }

    private void start(OwnerChange change) {
        workbench.startBranch(branch(change));
    }

    private Branch branch(OwnerChange change) {
        return new Branch(transport.positionProperty().get(), change);
    }

    private OptionalInt departure(int day) {
        Horizon horizon = transport.horizon();
        EvInputs car = car();
        if (horizon == null || car == null || day < 0 || day >= horizon.days()) {
            return OptionalInt.empty();
        }
        int now = transport.stateProperty().get().dispatched();
        for (int t = horizon.dayStart(day); t < horizon.dayStart(day + 1); t++) {
            if (car.drivenKwh().at(t) > 0) {
                return t >= now ? OptionalInt.of(t) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    private @Nullable EvInputs car() {
        LiveRun run = transport.runProperty().get();
        ProsumerInputs inputs = run == null ? null : Why.home(run.scenario().inputs(), home.get());
        return inputs == null ? null : inputs.ev();
    }

    private void findHome() {
        Turn turn = negotiation.selectedProperty().get();
        String filtered = negotiation.filterProperty().get().home();
        if (turn != null && !turn.home().isEmpty()) {
            home.set(turn.home());
        } else if (filtered != null) {
            home.set(filtered);
        } else {
            home.set(negotiation.homes().isEmpty() ? "" : negotiation.homes().getFirst());
        }
    }
}
