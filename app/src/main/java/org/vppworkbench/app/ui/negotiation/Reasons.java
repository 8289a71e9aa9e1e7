package org.vppworkbench.app.ui.negotiation;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.ui.control.Numbers;
import org.vppworkbench.app.ui.session.DayOptimum;
import org.vppworkbench.app.ui.session.LiveRun;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.event.RunState;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.physics.BindingConstraint;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.gate.MessageGate;

/**
 * Collects the reasons of a turn from what was recorded of the run; what was not recorded is said to be missing.
 *
 * @param run the run shown
 * @param state the state after the last event shown
 * @param outcome what came of the run, or {@code null} while it is not complete
 * @param day the optimum of the day alone, or {@code null}
 */
record Reasons(LiveRun run, RunState state, @Nullable ExperimentResult outcome, @Nullable DayOptimum day) {
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    Why of(Turn turn) {
        RunEvent.MessageSent sent = turn.sent();
        return sent == null ? new ResultReasons(this).of(turn) : ofMessage(turn, sent);
    }

    private Why ofMessage(Turn turn, RunEvent.MessageSent sent) {
        NegotiationMessage message = sent.message();
        Envelope envelope = message.envelope();
        RunInputs inputs = run.scenario().inputs();
        ProsumerInputs home = Why.home(inputs, envelope.sender());
        BessInputs bess = home == null ? null : home.bess();
        WhatIfResult whatIf = sent.whatIf();
        int index = Why.index(inputs, envelope.sender());
        double stored = bess == null ? Double.NaN
                : index < state.homes().size() ? state.homes().get(index).bessKwh() : bess.initialKwh();
        List<Why.Section> sections = new ArrayList<>();
        sections.add(new Why.Section("What it says", said(message)));
        if (whatIf != null) {
            sections.add(new Why.Section("Reservation price", Composition.rows(whatIf, envelope.product(), home, stored)));
        }
        List<Why.Row> binds = binds(message, whatIf, inputs);
        binds.addAll(new ShadowPrices(outcome, day, inputs.horizon()).rows(envelope.product(), envelope.hour(), envelope.sender()));
        sections.add(new Why.Section("What binds", binds));
        sections.add(new Why.Section("Gate", gate(sent.verdict())));
        if (envelope.source() != MessageSource.RULE || envelope.rawReplyHash() != null) {
            sections.addAll(new SpokenReasons(outcome).of(envelope, decision(envelope)));
        }
        Why.Picture picture = whatIf == null || home == null || bess == null ? null : new Why.Picture(
                turn.position(), home.id(), envelope.product(), envelope.hour(), whatIf, bess,
                home.hard().floorKwh(bess, Horizon.firstInterval(envelope.hour()) + Horizon.INTERVALS_PER_HOUR), stored);
        return new Why(envelope.sender() + ": " + Words.performative(message), sections, picture,
                noChart(envelope.sender(), bess != null));
    }

    private List<Why.Row> said(NegotiationMessage message) {
        Envelope envelope = message.envelope();
        List<Why.Row> rows = new ArrayList<>();
        rows.add(new Why.Row("Says", Words.terms(message)));
        if (message instanceof NegotiationMessage.CallForProposals call) {
            rows.add(new Why.Row("Published", Words.price(envelope.product(), call.publishedPricePerMwh()) + ", until round " + call.deadlineRound()));
        }
        if (message instanceof NegotiationMessage.Rejection && envelope.sender().equals(Envelope.AGGREGATOR)) {
            rows.add(new Why.Row("Last ask of " + envelope.receiver(), lastAsk(envelope)));
        }
        String answered = envelope.inReplyTo();
        if (answered != null) {
            rows.add(new Why.Row("In reply to", answered));
        }
        rows.add(new Why.Row("Valid until", "round " + envelope.validUntilRound()));
        rows.add(new Why.Row("Source", envelope.source().name()));
        return rows;
    }

    /** What the home asked for last in this opportunity. */
    private String lastAsk(Envelope envelope) {
        String last = "none";
        for (LoggedEvent logged : state.trading().events()) {
            if (logged.event() instanceof RunEvent.MessageSent sent
                    && sent.message().envelope().sender().equals(envelope.receiver())
                    && sent.message().envelope().product() == envelope.product()
                    && (sent.message() instanceof NegotiationMessage.Proposal || sent.message() instanceof NegotiationMessage.CounterOffer)) {
                last = Words.terms(sent.message());
            }
        }
        return last;
    }

    private static List<Why.Row> binds(NegotiationMessage message, @Nullable WhatIfResult whatIf, RunInputs inputs) {
        List<Why.Row> rows = new ArrayList<>();
        BindingConstraint binding = message instanceof NegotiationMessage.Refusal refusal
                ? refusal.binding()
                : whatIf == null ? null : whatIf.binding();
        if (binding != null) {
            rows.add(new Why.Row("Binding constraint", binding.words()));
        }
        if (whatIf != null && binding == whatIf.binding() && whatIf.bindingInterval() >= 0) {
            rows.add(new Why.Row("It binds at", AT.format(inputs.horizon().localStart(whatIf.bindingInterval()))));
        }
        return rows;
    }

    /** Every check with its verdict; of those after one that failed nothing is known. */
    private List<Why.Row> gate(GateVerdict verdict) {
        var strength = run.scenario().scenario().agents().gate();
        List<String> checks = MessageGate.checks(strength);
        if (verdict.passed()) {
            String all = checks.stream().map(check -> check + " ✓").collect(Collectors.joining("  "));
            return List.of(new Why.Row("Verdict", "passed all " + checks.size() + " checks (" + strength + ")"), new Why.Row("Checks", all));
        }
        int at = checks.indexOf(verdict.check());
        String each = at < 0 ? "" : checks.stream()
                .map(check -> checks.indexOf(check) < at ? check + " ✓" : check.equals(verdict.check()) ? check + " ✗" : check + " –")
                .collect(Collectors.joining("  "));
        List<Why.Row> rows = new ArrayList<>();
        rows.add(new Why.Row("Verdict", "refused by " + verdict.check() + ": " + verdict.detail()));
        if (!each.isEmpty()) {
            rows.add(new Why.Row("Checks", each + "   (– not reached)"));
        }
        return rows;
    }

    /** Who decided in the end where a model or a program was asked; {@code null} where that is not recorded. */
    private RunEvent.@Nullable AgentDecided decision(Envelope envelope) {
        RunEvent.AgentDecided latest = null;
        for (LoggedEvent logged : state.trading().events()) {
            if (logged.event() instanceof RunEvent.AgentDecided e && e.agent().equals(envelope.sender())
                    && e.product() == envelope.product() && e.round() == envelope.round()) {
                latest = e;
            }
        }
        return latest;
    }

    private static String noChart(String sender, boolean battery) {
        if (sender.equals(Envelope.AGGREGATOR)) {
            return "No what-if stands behind this message: the aggregator decides from asks and the published price alone.";
        }
        return battery
                ? "No what-if is recorded behind this message: " + sender + " decided without asking the tool."
                : sender + " has no battery: there is no stored energy to sell, and none to draw.";
    }

    /** What one kW is priced at. */
    static String kwPrice(Product product, double usdPerKw) {
        return Numbers.format("%.4f $ per kW through the hour", usdPerKw) + " (" + Words.price(product, usdPerKw * 1000) + ")";
    }
}
