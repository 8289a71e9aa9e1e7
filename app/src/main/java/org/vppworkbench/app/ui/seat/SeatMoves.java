package org.vppworkbench.app.ui.seat;

import org.jspecify.annotations.Nullable;

/** The moves of a person; each does nothing where no decision is due. */
public final class SeatMoves {
    private final SeatViewModel model;

    SeatMoves(SeatViewModel model) {
        this.model = model;
    }

    private @Nullable SeatTurn due() {
        return model.phaseProperty().get() == SeatViewModel.Phase.DECIDING ? model.turnProperty().get() : null;
    }

    /** Offers the terms that are set: a proposal, or a counter-offer where the aggregator has bid. */
    public void offer() {
        SeatTurn now = due();
        if (now != null && now.mayOffer()) {
            model.move(SeatLines.offer(now.offer(), now.number(), model.deal()), "You offered " + model.deal().words());
        }
    }

    /** Accepts the standing bid. */
    public void accept() {
        SeatTurn now = due();
        if (now != null && now.may().contains("accept")) {
            Deal bid = now.counter();
            model.move(SeatLines.move("accept", now.number()).toString(), "You accepted " + (bid == null ? "" : bid.words()));
        }
    }

    /** Says no. */
    public void decline() {
        SeatTurn now = due();
        if (now != null && !now.decline().isEmpty()) {
            model.move(SeatLines.move(now.decline(), now.number()).toString(), "You declined");
        }
    }

    /** Lets the own offer stand. */
    public void stand() {
        SeatTurn now = due();
        if (now != null && now.may().contains("stand")) {
            model.move(SeatLines.move("stand", now.number()).toString(), "You let your offer stand");
        }
    }

    /** Plans an action for a home; {@code null} for none. */
    public void plan(String home, @Nullable String action) {
        if (due() != null && model.mayAnswer(home)) {
            Deal deal = "counter".equals(action) ? model.deal() : null;
            model.homes().replaceAll(h -> h.id().equals(home) && h.open()
                    ? h.with(action == null ? null : new SeatHome.Planned(action, deal))
                    : h);
            model.planned();
        }
    }

    /** Plans what the coalition problem over the standing offers chooses. */
    public void suggest() {
        SeatTurn now = due();
        if (now != null && now.aggregator()) {
            model.ask(SeatLines.move("coalition", now.number()).toString());
        }
    }

    /** Sends what is planned for the homes; those left out keep their offers. */
    public void send() {
        SeatTurn now = due();
        if (now != null && now.aggregator()) {
            long count = model.homes().stream().filter(home -> home.planned() != null).count();
            model.move(
                    SeatLines.actions("reply", now.number(), model.homes()),
                    "You answered " + count + (count == 1 ? " home" : " homes"));
        }
    }

    /** Lets the rule decide this once. */
    public void ruleOnce() {
        rule("once", "You let the rule decide this once");
    }

    /** Lets the rule decide until the end of the hour. */
    public void ruleForTheHour() {
        rule("hour", "You let the rule decide until the end of the hour");
    }

    /** Leaves the seat: the rule decides for the rest of the run. */
    public void leave() {
        if (due() != null) {
            rule("rest", "You left the seat: the rule decides for the rest of the run");
            model.left();
        }
    }

    private void rule(String scope, String words) {
        SeatTurn now = due();
        if (now != null) {
            model.move(SeatLines.rule(now.number(), scope), words);
        }
    }
}
