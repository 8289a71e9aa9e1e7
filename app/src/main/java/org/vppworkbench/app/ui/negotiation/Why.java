package org.vppworkbench.app.ui.negotiation;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Numbers;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.physics.BindingConstraint;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.time.Horizon;

/**
 * Why a message says what it says.
 *
 * @param title who and what
 * @param rows name and value of every reason, in reading order
 * @param whatIf the sender's own what-if, or {@code null}
 * @param capacityKwh battery of the sender, 0 without one [kWh]
 * @param floorKwh lowest energy its owner allows at the end of the hour it is about [kWh]
 * @param noChart why there is no battery to draw
 */
record Why(String title, List<Row> rows, @Nullable WhatIfResult whatIf, double capacityKwh, double floorKwh, String noChart) {
    record Row(String name, String value) {}

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT);

    static final Why NOTHING = new Why("", List.of(), null, 0, 0, "");

    static Why of(RunEvent.MessageSent sent, RunInputs inputs) {
        NegotiationMessage message = sent.message();
        Product product = message.envelope().product();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("Says", Words.terms(message)));
        WhatIfResult whatIf = sent.whatIf();
        if (whatIf != null) {
            addWhatIf(rows, whatIf, product);
        }
        BindingConstraint binding = message instanceof NegotiationMessage.Refusal refusal
                ? refusal.binding()
                : whatIf == null ? null : whatIf.binding();
        if (binding != null) {
            rows.add(new Row("Binding constraint", binding.words()));
        }
        if (whatIf != null && binding == whatIf.binding() && whatIf.bindingInterval() >= 0) {
            rows.add(new Row("It binds at", AT.format(inputs.horizon().localStart(whatIf.bindingInterval()))));
        }
        rows.add(new Row("Gate", gate(sent.verdict())));
        String answered = message.envelope().inReplyTo();
        if (answered != null) {
            rows.add(new Row("In reply to", answered));
        }
        rows.add(new Row("Valid until", "round " + message.envelope().validUntilRound()));
        rows.add(new Row("Source", message.envelope().source().name()));
        String reply = message.envelope().rawReplyHash();
        if (reply != null) {
            rows.add(new Row("Raw reply", "SHA-256 " + reply + ", on the tape of the run; the words are the model's own"));
        }
        ProsumerInputs home = home(inputs, message.envelope().sender());
        BessInputs bess = home == null ? null : home.bess();
        double floor = home == null || bess == null ? 0 : floorKwh(home, bess, message.envelope().hour());
        String title = message.envelope().sender() + ": " + Words.performative(message);
        return new Why(title, rows, whatIf, bess == null ? 0 : bess.capacityKwh(), floor,
                noChart(message.envelope().sender(), bess != null));
    }

    private static double floorKwh(ProsumerInputs home, BessInputs bess, int hour) {
        return home.hard().floorKwh(bess, Horizon.firstInterval(hour) + Horizon.INTERVALS_PER_HOUR);
    }

    private static String noChart(String sender, boolean battery) {
        if (sender.equals(Envelope.AGGREGATOR)) {
            return "No what-if stands behind this message: the aggregator decides from asks and the published price alone.";
        }
        return battery
                ? "No what-if stands behind this message: " + sender + " decided without asking the tool."
                : sender + " has no battery: there is no stored energy to sell, and none to draw.";
    }

    private static void addWhatIf(List<Row> rows, WhatIfResult whatIf, Product product) {
        rows.add(new Row("Asked the what-if tool", Words.kw(whatIf.requestedKw())));
        rows.add(new Row("Deliverable", Words.kw(whatIf.deliverableKw())));
        if (whatIf.deliverable()) {
            rows.add(new Row("Reservation price", Words.price(product, whatIf.reservationPerMwh())));
            rows.add(new Row("Incremental cost", Numbers.format("%.4f $", whatIf.incrementalCostUsd())));
            rows.add(new Row("Of this, discomfort", Numbers.format("%.4f $", whatIf.discomfortUsd())));
        }
    }

    private static String gate(GateVerdict verdict) {
        return verdict.passed() ? "passed all checks" : "refused by " + verdict.check() + ": " + verdict.detail();
    }

    static @Nullable ProsumerInputs home(RunInputs inputs, String id) {
        for (ProsumerInputs home : inputs.prosumers()) {
            if (home.id().equals(id)) {
                return home;
            }
        }
        return null;
    }
}
