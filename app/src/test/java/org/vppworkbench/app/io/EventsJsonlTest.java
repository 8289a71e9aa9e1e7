package org.vppworkbench.app.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.physics.BindingConstraint;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.time.TimeSeries;

class EventsJsonlTest {
    private static final Opportunity OPPORTUNITY = new Opportunity(Product.ENERGY, 41, 25, 1208.02);
    private static final Envelope ENVELOPE =
            new Envelope(
                    "ENERGY@41/r2/home-003", "ENERGY@41/r1/aggregator", 2, "home-003", "aggregator",
                    Product.ENERGY, 41, 3, MessageSource.RULE, "It costs me 0.1 $, \"really\": <b>ä</b>", null);
    private static final Terms TERMS = new Terms(1.0 / 3, 0, 712.0 / 7);
    private static final WhatIfResult WHAT_IF =
            new WhatIfResult(
                    2, 1.5, 0.1 + 0.2, 200.0 / 3, 0, BindingConstraint.ENERGY_FLOOR, 166, 164,
                    TimeSeries.of(1e-9, Double.MIN_VALUE, Double.MAX_VALUE), TimeSeries.of(-0.5, 0, 13.5));
    private static final HomeInterval ROW =
            new HomeInterval(-1.5, 2, 0.25, 3, 0, 0.1, 6.75, 7.2, 0, 60, 0.05, 1, 2, 0);

    static Stream<NegotiationMessage> messages() {
        return Stream.of(
                new NegotiationMessage.CallForProposals(ENVELOPE, 25, 1208.02, 5),
                new NegotiationMessage.Proposal(ENVELOPE, TERMS),
                new NegotiationMessage.Refusal(
                        ENVELOPE, NegotiationMessage.RefusalReason.PRICE_FLOOR, BindingConstraint.NONE),
                new NegotiationMessage.CounterOffer(ENVELOPE, TERMS),
                new NegotiationMessage.Acceptance(ENVELOPE, TERMS),
                new NegotiationMessage.Rejection(ENVELOPE, NegotiationMessage.RejectionReason.DEADLINE),
                new NegotiationMessage.Withdrawal(ENVELOPE),
                new NegotiationMessage.Award(ENVELOPE, TERMS),
                new NegotiationMessage.ProtocolViolation(ENVELOPE, "round", "2, allowed: 1"));
    }

    static Stream<RunEvent> events() {
        List<RunEvent> events =
                new ArrayList<>(
                        List.of(
                                new RunEvent.RunStarted(
                                        "rule", "RULE", Long.MAX_VALUE, Instant.parse("2023-08-15T07:00:00Z"), 96,
                                        List.of("home-001", "home-002")),
                                new RunEvent.OpportunitySkipped(OPPORTUNITY, 0.24),
                                new RunEvent.OpportunityOpened(
                                        OPPORTUNITY,
                                        List.of(
                                                new RunEvent.Standing(
                                                        "home-001", 2.5, 310.5, BindingConstraint.DISCHARGE_POWER))),
                                new RunEvent.CoalitionFormed(
                                        OPPORTUNITY, List.of(new RunEvent.Member("home-001", 2.5, 400)), 1.25, 33),
                                new RunEvent.OfferSettled(
                                        new ClearedOffer(
                                                OPPORTUNITY, 400, 1208.02, true,
                                                List.of(new Contract("home-001", Product.ENERGY, 41, 2.5, 400, 310.5)))),
                                new RunEvent.OpportunityClosed(
                                        OPPORTUNITY, RunEvent.Outcome.TRADED, 3, "the target is met"),
                                new RunEvent.IntervalDispatched(7, List.of(ROW)),
                                new RunEvent.RunFinished(96, 12),
                                new RunEvent.RunCancelled(5),
                                new RunEvent.OwnerChanged("home-003", "home-003 refuses everything")));
        messages().forEach(
                m -> events.add(new RunEvent.MessageSent(m, GateVerdict.PASSED, WHAT_IF)));
        events.add(
                new RunEvent.MessageSent(
                        messages().toList().getFirst(), new GateVerdict(false, "physics", "9 kW"), null));
        events.add(new RunEvent.CoalitionFormed(OPPORTUNITY, List.of(), 1.25, 33, 0.125));
        events.add(new RunEvent.PricesCoordinated(24, 63.505, 63.622, -72.1, 30, 59.25, 61.5));
        events.add(new RunEvent.AgentDecided(
                "home-001", Product.ENERGY, 41, 2, MessageSource.LLM, RunEvent.DecisionOutcome.FALLBACK));
        return events.stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void eventReadsBackEqual(RunEvent event) throws IOException {
        LoggedEvent logged = new LoggedEvent(12, Instant.parse("2023-08-16T01:45:00Z"), event);

        assertEquals(logged, EventsJsonl.parse(EventsJsonl.line(logged)));
    }

    @Test
    void everyEventAndMessageTypeIsCovered() {
        assertEquals(
                members(RunEvent.class),
                events().map(Object::getClass).collect(Collectors.toSet()));
        assertEquals(
                members(NegotiationMessage.class),
                messages().map(Object::getClass).collect(Collectors.toSet()));
    }

    @Test
    void streamMatchesTheGoldenFile() throws IOException {
        List<LoggedEvent> logged = new ArrayList<>();
        events().forEach(
                e -> logged.add(
                        new LoggedEvent(logged.size(), Instant.parse("2023-08-15T07:00:00Z"), e)));
        StringWriter text = new StringWriter();
        EventsJsonl.write(logged, text);

        assertEquals(GoldenFile.text("events.jsonl", text.toString()), text.toString());
        BufferedReader in = new BufferedReader(new StringReader(text.toString()));
        assertEquals(logged, EventsJsonl.read(in, "events.jsonl").orThrow());
    }

    @Test
    void sequenceAndTimeComeFirst() {
        String line =
                EventsJsonl.line(
                        new LoggedEvent(3, Instant.parse("2023-08-15T07:00:00Z"), new RunEvent.RunCancelled(5)));

        assertEquals(
                "{\"sequence\":3,\"simulatedTime\":\"2023-08-15T07:00:00Z\",\"type\":\"RunCancelled\","
                        + "\"interval\":5}",
                line);
    }

    @Test
    void missingEventIsAFinding() throws IOException {
        StringWriter text = new StringWriter();
        EventsJsonl.write(
                List.of(new LoggedEvent(1, Instant.EPOCH, new RunEvent.RunCancelled(5))), text);
        var reading =
                EventsJsonl.read(new BufferedReader(new StringReader(text.toString())), "events.jsonl");

        assertTrue(reading.findings().getFirst().oneLine().contains("events.jsonl, line 1"));
    }

    @Test
    void unknownFieldIsRefused() {
        String line =
                "{\"sequence\":0,\"simulatedTime\":\"2023-08-15T07:00:00Z\",\"type\":\"RunCancelled\","
                        + "\"interval\":5,\"extra\":1}";

        assertThrows(com.google.gson.JsonParseException.class, () -> EventsJsonl.parse(line));
    }

    private static Set<Class<?>> members(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses()).collect(Collectors.toSet());
    }
}
