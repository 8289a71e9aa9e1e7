package org.vppworkbench.model.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vppworkbench.model.event.Talk.AGGREGATOR;
import static org.vppworkbench.model.event.Talk.contract;
import static org.vppworkbench.model.event.Talk.standing;
import static org.vppworkbench.model.event.Talk.whatIf;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.event.Talk;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.RefusalReason;
import org.vppworkbench.model.message.NegotiationMessage.RejectionReason;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.metrics.behaviour.BehaviourMetric;
import org.vppworkbench.model.metrics.behaviour.BehaviourRecord;
import org.vppworkbench.model.physics.BindingConstraint;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.simulation.PresentationOrder;
import org.vppworkbench.model.time.TimeSeries;

/** Behaviour by hand: π̂ = 300 $/MWh, D = 4 kW, three rounds. */
class BehaviourMetricsTest {
    private static BehaviourRecord seen(Talk talk) {
        return seen(talk, PresentationOrder.FLEET);
    }

    private static BehaviourRecord seen(Talk talk, PresentationOrder order) {
        ProcessObserver observer = new ProcessObserver(MarketRules.RESEARCH, order, 1);
        talk.events().forEach(observer::accept);
        return observer.record().behaviour();
    }

    private static Metric metric(BehaviourRecord record, BehaviourMetric which) {
        return BehaviourMetrics.of(record).stream()
                .filter(m -> m.key().equals(which.key()))
                .findFirst()
                .orElseThrow();
    }

    private static void is(double expected, BehaviourRecord record, BehaviourMetric which) {
        Metric metric = metric(record, which);
        Double value = metric.value();
        assertTrue(value != null, which + ": " + metric.reason());
        assertEquals(expected, value == null ? Double.NaN : value, 1e-9, which.key());
    }

    private static void isUndefined(BehaviourRecord record, BehaviourMetric which, String reason) {
        Metric metric = metric(record, which);
        assertNull(metric.value(), which.key());
        assertTrue(metric.reason().contains(reason), which + ": " + metric.reason());
    }

    private static void asks(Talk talk, int hour, int round, String home, double kw, double price, WhatIfResult basis) {
        talk.says(new NegotiationMessage.CounterOffer(
                        talk.envelope(hour, round, home, AGGREGATOR, null), new Terms(kw, 0, price)), basis);
    }

    /** A counter-offer of the first round that stands to the end. */
    private static void bids(Talk talk, String home, double kw, double price) {
        Envelope envelope = new Envelope("bid-" + home, null, 1, AGGREGATOR, home, Product.ENERGY, 18, 3, MessageSource.RULE, "", null);
        talk.says(new NegotiationMessage.CounterOffer(envelope, new Terms(kw, 0, price)));
    }

    private static void turnsDown(Talk talk, int hour, int round, String home, RejectionReason reason) {
        talk.says(new NegotiationMessage.Rejection(talk.envelope(hour, round, AGGREGATOR, home, null), reason));
    }

    private static void refuses(Talk talk, String home, RefusalReason reason, @Nullable WhatIfResult basis) {
        talk.says(new NegotiationMessage.Refusal(
                        talk.envelope(18, 1, home, AGGREGATOR, null), reason, BindingConstraint.NONE), basis);
    }

    private static void awards(Talk talk, int hour, int round, String home, double kw, double price) {
        talk.says(new NegotiationMessage.Award(talk.envelope(hour, round, AGGREGATOR, home, null), new Terms(kw, 0, price)));
    }

    /** a (cost 100) comes down 280, 190 and takes 160; b (cost 200) stays at 290 against one bid of 220 until the deadline. */
    private static Talk oneHour() {
        Talk talk = new Talk().opened(18, standing("a", 2, 100), standing("b", 4, 200), standing("c", 0, 0), standing("d", 1, 400));
        talk.calls(18, 300);
        talk.proposes(18, 1, "a", 2, 280, whatIf(2, 0.2)).proposes(18, 1, "b", 4, 290, whatIf(4, 0.8));
        refuses(talk, "d", RefusalReason.NOT_WORTHWHILE, whatIf(1, 0.4));
        talk.counters(18, 1, "a", 2, 140).counters(18, 1, "b", 2, 220);
        asks(talk, 18, 2, "a", 2, 190, whatIf(2, 0.2));
        talk.counters(18, 2, "a", 2, 160);
        talk.accepts(18, 3, "a", "m7", 2, 160);
        turnsDown(talk, 18, 3, "b", RejectionReason.DEADLINE);
        awards(talk, 18, 3, "a", 2, 160);
        return talk.settled(18, true, contract("a", 18, 2, 160, 100)).closed(18, RunEvent.Outcome.TRADED, 3);
    }

    @Test
    void dealsAreCountedWithAndWithoutAZone() {
        BehaviourRecord record = seen(oneHour());
        is(0.5, record, BehaviourMetric.DEAL_WITH_ZONE);
        is(0, record, BehaviourMetric.DEAL_WITHOUT_ZONE);
        is(0.5, record, BehaviourMetric.DEAL_NEEDED);
        is(0.3, record, BehaviourMetric.SELLER_SURPLUS);
        is(0.5, record, BehaviourMetric.NON_TERMINATION);
        is(3, record, BehaviourMetric.ROUNDS);
        is(11, record, BehaviourMetric.MESSAGES);
        is(1, record.of("a"), BehaviourMetric.DEAL_WITH_ZONE);
        is(0, record.of("b"), BehaviourMetric.DEAL_WITH_ZONE);
        isUndefined(record.of("a"), BehaviourMetric.DEAL_WITHOUT_ZONE, "every home");
        isUndefined(record.of("b"), BehaviourMetric.ROUNDS, "no contract");
        isUndefined(record.between(0, 18), BehaviourMetric.DEAL_WITH_ZONE, "no home had");
    }

    /** a: 90 of 180 and 30 of 90; b: nothing, twice. The aggregator: 20 of 160 towards a, nothing towards b, twice. */
    @Test
    void concessionsArePartsOfTheRoomThatIsLeft() {
        BehaviourRecord record = seen(oneHour());
        is(2 / 4.0, record, BehaviourMetric.HOME_RIGIDITY);
        is((90 + 30) / (180 + 90 + 90 + 90.0), record, BehaviourMetric.HOME_CONCESSION);
        is(2 / 3.0, record, BehaviourMetric.AGGREGATOR_RIGIDITY);
        is(20 / (160 + 80 + 80.0), record, BehaviourMetric.AGGREGATOR_CONCESSION);
        is(0, record.of("a"), BehaviourMetric.HOME_RIGIDITY);
        is(1, record.of("b"), BehaviourMetric.HOME_RIGIDITY);
        isUndefined(record.of("d"), BehaviourMetric.HOME_RIGIDITY, "could have moved");
    }

    @Test
    void nobodyIsRigidAtItsLimitOrOnceItIsNotNeeded() {
        Talk talk = new Talk().opened(18, standing("a", 2, 100)).calls(18, 300);
        talk.proposes(18, 1, "a", 2, 100, whatIf(2, 0.2)).counters(18, 1, "a", 2, 90);
        talk.proposes(18, 2, "a", 2, 100, whatIf(2, 0.2));
        turnsDown(talk, 18, 2, "a", RejectionReason.NOT_NEEDED);
        BehaviourRecord record = seen(talk.closed(18, RunEvent.Outcome.NO_AGREEMENT, 2));
        isUndefined(record, BehaviourMetric.HOME_RIGIDITY, "could have moved");
        isUndefined(record, BehaviourMetric.AGGREGATOR_RIGIDITY, "could not have moved");
        isUndefined(record, BehaviourMetric.NON_TERMINATION, "no home with a zone");
    }

    /** Places of asks 0.2, 0.4, 0.6 and prices 0.1, 0.2, 0.2: Sxx = 0.08, Sxy = 0.02, residuals −1, 2, −1 sixtieths. */
    @Test
    void anchoringIsTheSlopeOfPlacesInTheZone() {
        double[] asks = {140, 180, 220};
        double[] prices = {120, 140, 140};
        Talk talk = new Talk();
        for (int k = 0; k < 3; k++) {
            talk.opened(18 + k, standing("a", 2, 100)).calls(18 + k, 300).proposes(18 + k, 1, "a", 2, asks[k], whatIf(2, 0.2));
            talk.settled(18 + k, true, contract("a", 18 + k, 2, prices[k], 100));
        }
        BehaviourRecord record = seen(talk);
        is(0.25, record, BehaviourMetric.ANCHOR_ASK);
        is(Math.sqrt(6 / 3600.0 / 0.08), record, BehaviourMetric.ANCHOR_ASK_ERROR);
        is(3, record, BehaviourMetric.ANCHOR_ASK_PAIRS);
        is(0, record, BehaviourMetric.ANCHOR_BID_PAIRS);
        isUndefined(record, BehaviourMetric.ANCHOR_BID, "fewer than three");
        isUndefined(record.between(0, 20), BehaviourMetric.ANCHOR_ASK, "fewer than three");
    }

    @Test
    void sameAnchorsMakeNoLineAndANarrowZoneNoPlace() {
        Talk talk = new Talk();
        for (int k = 0; k < 4; k++) {
            double cost = k == 3 ? 299.5 : 100;
            talk.opened(18 + k, standing("a", 2, cost)).calls(18 + k, 300).proposes(18 + k, 1, "a", 2, 200, null);
            talk.counters(18 + k, 1, "a", 2, 120 + 20 * k).settled(18 + k, true, contract("a", 18 + k, 2, 150 + 10 * k, 100));
        }
        BehaviourRecord record = seen(talk);
        is(3, record, BehaviourMetric.ANCHOR_ASK_PAIRS);
        isUndefined(record, BehaviourMetric.ANCHOR_ASK, "same place");
        is(0.5, record, BehaviourMetric.ANCHOR_BID);
        is(0, record, BehaviourMetric.ANCHOR_BID_ERROR);
    }

    /** 1 % of π̂ is 3 $/MWh: an ask 10 below a standing bid, or a bid 10 above a standing ask, is given away; 2 is not. */
    @Test
    void whoGivesMoreThanAskedIsCounted() {
        Talk talk = new Talk().opened(18, standing("a", 2, 100), standing("b", 2, 100)).calls(18, 300);
        talk.proposes(18, 1, "a", 2, 240, whatIf(2, 0.2)).proposes(18, 1, "b", 2, 240, whatIf(2, 0.2));
        bids(talk, "a", 2, 250);
        bids(talk, "b", 2, 200);
        asks(talk, 18, 2, "a", 2, 248, whatIf(2, 0.2));
        asks(talk, 18, 2, "b", 2, 190, whatIf(2, 0.2));
        asks(talk, 18, 3, "b", 2, 96, whatIf(2, 0.2));
        asks(talk, 18, 3, "a", 2, 98, whatIf(2, 0.2));
        BehaviourRecord record = seen(talk);
        is(2 / 6.0, record, BehaviourMetric.HOME_OVER);
        is(1 / 2.0, record, BehaviourMetric.AGGREGATOR_OVER);
        is(0, record.of("a"), BehaviourMetric.HOME_OVER);
    }

    @Test
    void aBidForLessThanIsAskedIsNoAlternative() {
        Talk talk = new Talk().opened(18, standing("a", 4, 100)).calls(18, 300);
        talk.proposes(18, 1, "a", 4, 240, whatIf(4, 0.4));
        bids(talk, "a", 1, 230);
        asks(talk, 18, 2, "a", 4, 150, whatIf(4, 0.4));
        is(0, seen(talk), BehaviourMetric.HOME_OVER);
    }

    /** Of five replies one below cost passed, one was refused for it; a refusal denies the own tool, another does not. */
    @Test
    void repliesAgainstTheOwnToolAreCounted() {
        Talk talk = new Talk().opened(18, standing("a", 2, 100), standing("b", 2, 100), standing("c", 1, 350)).calls(18, 300);
        talk.proposes(18, 1, "a", 2, 90, whatIf(2, 0.2));
        talk.fails(18, 1, "b", "reservation").fails(18, 1, "b", "physics");
        refuses(talk, "b", RefusalReason.NOT_DELIVERABLE, whatIf(2, 0.2));
        refuses(talk, "c", RefusalReason.NOT_WORTHWHILE, whatIf(2, 0.7));
        BehaviourRecord record = seen(talk);
        is(2 / 5.0, record, BehaviourMetric.BELOW_COST);
        is(1, record, BehaviourMetric.BELOW_COST_PASSED);
        is(1, record, BehaviourMetric.REFUSED_RESERVATION);
        is(1, record, BehaviourMetric.REFUSED_PHYSICS);
        is(4 / 5.0, record, BehaviourMetric.TOOL_ERROR);
        Talk honest = new Talk().opened(18, standing("a", 2, 100)).calls(18, 300);
        refuses(honest, "a", RefusalReason.OWNER, whatIf(2, 0.2));
        isUndefined(seen(honest), BehaviourMetric.TOOL_ERROR, "held against");
        Talk poor = new Talk().opened(18, standing("a", 2, 100)).calls(18, 99);
        refuses(poor, "a", RefusalReason.NOT_WORTHWHILE, whatIf(2, 0.2));
        is(0, seen(poor), BehaviourMetric.TOOL_ERROR);
        refuses(poor, "a", RefusalReason.NOT_DELIVERABLE, whatIf(2, 0.2));
        is(0.5, seen(poor), BehaviourMetric.TOOL_ERROR);
    }

    @Test
    void everyCheckOfTheGateHasItsCount() {
        Talk talk = new Talk().opened(18, standing("a", 2, 100)).calls(18, 300);
        for (String check : List.of(
                "schema", "finite", "performative", "round", "physics", "price-cap", "price-cap", "reservation", "price-floor",
                "event-limit", "model", "external")) {
            talk.fails(18, 1, "a", check);
        }
        BehaviourRecord record = seen(talk);
        is(4, record, BehaviourMetric.REFUSED_FORM);
        is(1, record, BehaviourMetric.REFUSED_PHYSICS);
        is(2, record, BehaviourMetric.REFUSED_PRICE_CAP);
        is(1, record, BehaviourMetric.REFUSED_RESERVATION);
        is(2, record, BehaviourMetric.REFUSED_OWNER);
        is(2, record, BehaviourMetric.REFUSED_UNUSABLE);
    }

    /** Five decisions of agents: good, repaired, lost, lost by an external program, good; two fell to the rules. */
    @Test
    void theFallbackShareIsByIntention() {
        Talk talk = new Talk().opened(18, standing("a", 2, 100), standing("b", 2, 100)).calls(18, 300);
        talk.by(MessageSource.LLM).proposes(18, 1, "a", 2, 280, whatIf(2, 0.2));
        talk.fails(18, 2, "a", "schema").proposes(18, 2, "a", 2, 270, whatIf(2, 0.2));
        talk.fails(18, 3, "a", "model").by(MessageSource.RULE).proposes(18, 3, "a", 2, 260, whatIf(2, 0.2));
        talk.by(MessageSource.EXTERNAL).fails(18, 1, "b", "external").fails(18, 1, "b", "physics");
        talk.by(MessageSource.RULE).proposes(18, 1, "b", 2, 250, whatIf(2, 0.2));
        talk.by(MessageSource.EXTERNAL).proposes(18, 2, "b", 2, 240, whatIf(2, 0.2));
        BehaviourRecord record = seen(talk);
        is(2 / 5.0, record, BehaviourMetric.FALLBACK);
        is(1 / 3.0, record.of("a"), BehaviourMetric.FALLBACK);
        isUndefined(seen(oneHour()), BehaviourMetric.FALLBACK, "no decision");
    }

    @Test
    void aTurnRepairedHomeByHomeIsNoFallback() {
        Talk talk = new Talk().opened(18, standing("a", 2, 100)).calls(18, 300).by(MessageSource.LLM);
        talk.event(new RunEvent.MessageSent(
                new NegotiationMessage.ProtocolViolation(talk.envelope(18, 1, AGGREGATOR, Envelope.ALL, null), "model", ""),
                new org.vppworkbench.model.message.GateVerdict(false, "model", ""),
                null));
        talk.counters(18, 1, "a", 2, 140);
        is(0, seen(talk), BehaviourMetric.FALLBACK);
    }

    private static Talk words(String words, MessageSource source) {
        Talk talk = new Talk().opened(18, standing("a", 2, 123.456)).calls(18, 300);
        WhatIfResult basis = new WhatIfResult(
                2, 2, 0.246912, 123.456, 0, BindingConstraint.NONE, -1, 0, TimeSeries.of(6.75, 4.529), TimeSeries.of(6.75, 6.75));
        Envelope envelope = new Envelope("m9", null, 1, "a", AGGREGATOR, Product.ENERGY, 18, 3, source, words, null);
        return talk.says(new NegotiationMessage.Proposal(envelope, new Terms(2, 0, 280)), basis);
    }

    @Test
    void aPrivateNumberInWordsIsFoundAsItIsRendered() {
        for (String leak : List.of(
                "My cost is 123.46 $/MWh.", "my cost is 123.4", "I need at least 124 for it", "0.123 $ per kWh is my limit",
                "it costs me $0.247", "the battery holds 6.75 kWh", "then I am down to 4.53 kWh", "cost=123.456,")) {
            is(1, seen(words(leak, MessageSource.LLM)), BehaviourMetric.LEAKAGE);
        }
        for (String safe : List.of(
                "I ask 280 for 2 kW.", "280.00 is fair, you published 300.0", "12 rounds are too many", "about 125 would be nice",
                "it costs me 0.25", "1,234 homes")) {
            is(0, seen(words(safe, MessageSource.EXTERNAL)), BehaviourMetric.LEAKAGE);
        }
        isUndefined(seen(words("My cost is 123.46", MessageSource.RULE)), BehaviourMetric.LEAKAGE, "no home wrote");
        isUndefined(seen(words(" ", MessageSource.LLM)), BehaviourMetric.LEAKAGE, "no home wrote");
    }

    @Test
    void aScaledPriceLeaksTheCostAsWell() {
        ProcessObserver observer = new ProcessObserver(MarketRules.RESEARCH, PresentationOrder.FLEET, 2);
        words("my cost is 246.91, I ask 560", MessageSource.LLM).events().forEach(observer::accept);
        is(1, observer.record().behaviour(), BehaviourMetric.LEAKAGE);
        ProcessObserver other = new ProcessObserver(MarketRules.RESEARCH, PresentationOrder.FLEET, 2);
        words("I ask 560 of the 600 published", MessageSource.LLM).events().forEach(other::accept);
        is(0, other.record().behaviour(), BehaviourMetric.LEAKAGE);
    }

    /** The first two in the order presented get contracts, the third does not; crossed, the slope changes its sign. */
    @Test
    void orderBiasIsTheSlopeOnThePlaceInTheOrderPresented() {
        for (LanguageSettings.Order kind : LanguageSettings.Order.values()) {
            PresentationOrder order = new PresentationOrder(kind, 1234);
            List<String> presented = order.of(List.of("a", "b", "c"), id -> id, "ENERGY@18");
            Talk talk = new Talk().opened(18, standing("a", 2, 100), standing("b", 2, 100), standing("c", 2, 100), standing("x", 1, 99));
            talk.calls(18, 300);
            List.of("a", "b", "c").forEach(home -> talk.proposes(18, 1, home, 2, 250, whatIf(2, 0.2)));
            talk.settled(18, true, contract(presented.get(0), 18, 2, 250, 100), contract(presented.get(1), 18, 2, 250, 100));
            // x: 0, 0.5, 1; y: 1, 1, 0: Sxx = 0.5, Sxy = −0.5, SSE = 1/6
            is(-1, seen(talk, order), BehaviourMetric.ORDER_DEAL);
            is(Math.sqrt(1 / 6.0 / 0.5), seen(talk, order), BehaviourMetric.ORDER_DEAL_ERROR);
            isUndefined(seen(talk, order), BehaviourMetric.ORDER_PRICE, "fewer than three");
        }
        List<String> shuffled = new PresentationOrder(LanguageSettings.Order.SHUFFLED, 5).of(List.of("a", "b", "c", "d"), id -> id, "X");
        assertEquals(shuffled.reversed(),
                new PresentationOrder(LanguageSettings.Order.REVERSED, 5).of(List.of("a", "b", "c", "d"), id -> id, "X"));
    }

    /** Messages about hours that never opened, strangers, withdrawals and the aggregator's own misses are taken as they are. */
    @Test
    void whatBelongsToNoPairIsCountedOrLeftOut() {
        Talk talk = new Talk().opened(18, standing("a", 2, 100)).calls(18, 300);
        talk.proposes(19, 1, "a", 2, 280, null).settled(19, true, contract("a", 19, 2, 280, 100));
        talk.proposes(18, 1, "a", 2, 280, null).proposes(18, 1, "stranger", 2, 280, null);
        awards(talk, 18, 1, "stranger", 2, 280);
        talk.settled(18, false, contract("a", 18, 2, 280, 100), contract("stranger", 18, 2, 280, 100));
        talk.says(new NegotiationMessage.Withdrawal(talk.envelope(18, 2, "a", AGGREGATOR, null)));
        talk.says(new NegotiationMessage.Rejection(talk.envelope(18, 2, "a", AGGREGATOR, null), RejectionReason.BELOW_RESERVATION));
        talk.event(new RunEvent.MessageSent(
                new NegotiationMessage.ProtocolViolation(talk.envelope(18, 2, AGGREGATOR, "a", null), "physics", ""),
                new org.vppworkbench.model.message.GateVerdict(false, "physics", ""),
                null));
        BehaviourRecord record = seen(talk);
        is(1, record, BehaviourMetric.DEAL_WITH_ZONE);
        is(1, record, BehaviourMetric.ROUNDS);
        is(1, record, BehaviourMetric.REFUSED_PHYSICS);
        isUndefined(record, BehaviourMetric.TOOL_ERROR, "held against");
        isUndefined(record, BehaviourMetric.SELLER_SURPLUS, "below 0.01");
        isUndefined(record, BehaviourMetric.AGGREGATOR_OVER, "no terms");
    }

    @Test
    void anAcceptanceOfTheAggregatorEndsTheTalkAsAMove() {
        Talk talk = new Talk().opened(18, standing("a", 2, 100)).calls(18, 300);
        talk.proposes(18, 1, "a", 2, 250, whatIf(2, 0.2)).counters(18, 1, "a", 2, 200);
        asks(talk, 18, 2, "a", 2, 220, whatIf(2, 0.2));
        talk.says(new NegotiationMessage.Acceptance(talk.envelope(18, 2, AGGREGATOR, "a", "m3"), new Terms(2, 0, 220)));
        BehaviourRecord record = seen(talk.settled(18, true, contract("a", 18, 2, 220, 100)));
        is(0, record, BehaviourMetric.AGGREGATOR_RIGIDITY);
        is(0.2, record, BehaviourMetric.AGGREGATOR_CONCESSION);
        is(0, record, BehaviourMetric.AGGREGATOR_OVER);
        is(2, record, BehaviourMetric.ROUNDS);
        is(0, record, BehaviourMetric.NON_TERMINATION);
    }

    @Test
    void everyKeyHasADefinitionAndOthersHaveNone() {
        for (BehaviourMetric metric : BehaviourMetric.values()) {
            assertEquals(metric.formula() + " [" + metric.source() + "]", BehaviourMetrics.definition(metric.key()));
        }
        assertEquals("", BehaviourMetrics.definition("welfareUsd"));
    }

    @Test
    void oneRoundHasNoDeadlineAndSilenceNoMetrics() {
        Talk talk = new Talk().opened(18, standing("a", 2, 100));
        talk.says(new NegotiationMessage.CallForProposals(talk.envelope(18, 0, AGGREGATOR, Envelope.ALL, null), 4, 300, 1));
        talk.proposes(18, 1, "a", 2, 280, whatIf(2, 0.2));
        isUndefined(seen(talk), BehaviourMetric.NON_TERMINATION, "only round");
        MetricList list = new MetricList();
        BehaviourMetrics.addTo(list, null, null);
        assertEquals(BehaviourMetric.values().length, list.all().size());
        assertTrue(list.all().stream().allMatch(m -> m.value() == null && m.reason().contains("no negotiation")));
    }
}
