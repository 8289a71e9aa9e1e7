package org.vppworkbench.model.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vppworkbench.model.event.Talk.contract;
import static org.vppworkbench.model.event.Talk.energy;
import static org.vppworkbench.model.event.Talk.standing;
import static org.vppworkbench.model.event.Talk.whatIf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.event.Talk;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.physics.BindingConstraint;

/** What is counted of a negotiation, by hand: π̂ = 300 $/MWh, D = 4 kW. */
class ProcessObserverTest {
    private static ProcessRecord observed(Talk talk) {
        ProcessObserver observer = new ProcessObserver(MarketRules.RESEARCH);
        talk.events().forEach(observer::accept);
        return observer.record();
    }

    /** Hour 18 of the first day is sold by half of the best coalition; hour 43, of the second, by nobody. */
    private static Talk twoHours() {
        Talk talk = new Talk().started().opened(18, standing("a", 2, 100), standing("b", 4, 200), standing("c", 0, 0));
        talk.calls(18, 300); // m0
        talk.proposes(18, 1, "a", 2, 250, whatIf(2, 0.2)); // m1
        talk.refuses(18, "b", whatIf(4, 0.8)); // m2
        talk.counters(18, 1, "a", 2, 150); // m3
        talk.accepts(18, 2, "a", "m3", 2, 150); // m4
        talk.says(new NegotiationMessage.Award(talk.envelope(18, 2, Talk.AGGREGATOR, "a", "m4"), new Terms(2, 0, 150)));
        talk.settled(18, true, contract("a", 18, 2, 150, 100)).closed(18, RunEvent.Outcome.TRADED, 2);
        talk.event(new RunEvent.OpportunitySkipped(energy(42), 0.1));
        talk.opened(43, standing("a", 1, 100)).calls(43, 300);
        talk.fails(43, 1, "a", "schema").fails(43, 1, "a", "physics").proposes(43, 1, "a", 1, 290, whatIf(1, 0.1));
        talk.counters(43, 1, "a", 1, 240);
        talk.says(new NegotiationMessage.Rejection(
                talk.envelope(43, 2, "a", Talk.AGGREGATOR, null), NegotiationMessage.RejectionReason.BELOW_RESERVATION));
        return talk.closed(43, RunEvent.Outcome.NO_AGREEMENT, 3);
    }

    @Test
    void everythingBelongsToTheHourItIsAbout() {
        ProcessRecord record = observed(twoHours());
        ProcessCounts first = record.between(0, 24).total();
        assertEquals(1, first.of(ProcessCount.OPPORTUNITIES));
        assertEquals(1, first.of(ProcessCount.TRADED));
        assertEquals(0, first.of(ProcessCount.SKIPPED));
        assertEquals(2, first.of(ProcessCount.ROUNDS));
        assertEquals(6, first.of(ProcessCount.MESSAGES));
        assertEquals(4, first.of(ProcessCount.REPLIES), "neither the call nor the award is a reply");
        assertEquals(1, first.of(ProcessCount.REFUSALS));
        assertEquals(1, first.of(ProcessCount.TALKS), "b named no terms");
        assertEquals(1, first.of(ProcessCount.AGREEMENTS));
        assertEquals(1, first.of(ProcessCount.COUNTER_ACCEPTANCES));
        // Best: 2 kW at 100 and 2 kW at 200; contracted: 2 kW at 100.
        assertEquals(0.6, first.of(ProcessCount.ZONE_USD), 1e-12);
        assertEquals(0.2, first.lostZoneUsd(), 1e-12);
        ProcessCounts second = record.between(24, 48).total();
        assertEquals(1, second.of(ProcessCount.SKIPPED));
        assertEquals(1, second.of(ProcessCount.INVALID));
        assertEquals(1, second.of(ProcessCount.INFEASIBLE));
        assertEquals(1, second.of(ProcessCount.FALLBACKS), "refused twice in a row");
        assertEquals(1, second.of(ProcessCount.REJECTIONS));
        assertEquals(0, second.of(ProcessCount.AGREEMENTS));
        assertEquals(0.2, second.lostZoneUsd(), 1e-12);
        assertEquals(0.4, record.total().lostZoneUsd(), 1e-12);
    }

    @Test
    void anAnswerPutRightIsNoFallback() {
        Talk talk = new Talk().opened(18, standing("a", 1, 100));
        talk.fails(18, 1, "a", "schema").proposes(18, 1, "a", 1, 290, null);
        talk.fails(18, 2, "a", "schema").fails(18, 2, "b", "schema").fails(18, 3, "b", "schema");
        assertEquals(0, observed(talk).total().of(ProcessCount.FALLBACKS));
        assertEquals(4, observed(talk).total().of(ProcessCount.INVALID));
    }

    /**
     * Five decisions of a model: its own and said, its own and silent, repaired and silent, one for the rules, one for nobody.
     * How many messages carry them or were refused does not matter; a program's decision is none of a model.
     */
    @Test
    void decisionsOfAModelCountByIntention() {
        Talk talk = new Talk().opened(18, standing("a", 1, 100)).by(MessageSource.LLM);
        talk.proposes(18, 1, "a", 1, 290, null).decided(18, 1, "a", RunEvent.DecisionOutcome.OWN);
        talk.decided(18, 2, "a", RunEvent.DecisionOutcome.OWN);
        talk.fails(18, 3, "a", "physics").decided(18, 3, "a", RunEvent.DecisionOutcome.REPAIRED);
        talk.fails(18, 4, "a", "physics").fails(18, 4, "a", "physics").decided(18, 4, "a", RunEvent.DecisionOutcome.FALLBACK);
        talk.fails(18, 5, "a", "model").decided(18, 5, "a", RunEvent.DecisionOutcome.NONE);
        talk.by(MessageSource.EXTERNAL).fails(18, 1, "b", "external").decided(18, 1, "b", RunEvent.DecisionOutcome.FALLBACK);
        talk.by(MessageSource.RULE).proposes(18, 2, "b", 1, 250, null);
        ProcessCounts counts = observed(talk).total();
        assertEquals(5, counts.of(ProcessCount.MODEL_DECISIONS));
        assertEquals(2, counts.of(ProcessCount.MODEL_FALLBACKS));
        assertEquals(2, counts.of(ProcessCount.FALLBACKS), "nobody replaced the one that was left undecided");
        assertEquals(0, observed(twoHours()).total().of(ProcessCount.MODEL_DECISIONS), "rules only");
    }

    @Test
    void aContractBelowReservationAndOneThatDidNotClearAreCounted() {
        Talk talk = new Talk().opened(18, standing("a", 2, 100));
        talk.settled(18, false, contract("a", 18, 2, 90, 100)).closed(18, RunEvent.Outcome.NOT_CLEARED, 1);
        ProcessCounts counts = observed(talk).total();
        assertEquals(1, counts.of(ProcessCount.BELOW_RESERVATION));
        assertEquals(1, counts.of(ProcessCount.NOT_CLEARED));
        assertEquals(1, counts.of(ProcessCount.AGREEMENTS));
        assertEquals(0, counts.of(ProcessCount.CONTRACTED_USD), "a void contract gains nothing");
        assertEquals(0.4, counts.lostZoneUsd(), 1e-12);
    }

    /** The market pays 300 $/MWh: 2 kW at 350 lose 0.10 $, 1 kW at 260 earns 0.04 $ of it back; an offer that fails, nothing. */
    @Test
    void deficitsAndCertifiedGapsAreAddedUp() {
        Talk talk = new Talk().opened(18, standing("a", 2, 100), standing("b", 1, 100));
        talk.event(new RunEvent.CoalitionFormed(energy(18), List.of(), 0, 0, 0.25));
        talk.settled(18, true, contract("a", 18, 2, 350, 100), contract("b", 18, 1, 260, 100));
        talk.opened(19).event(new RunEvent.CoalitionFormed(energy(19), List.of(), 0, 0));
        talk.settled(19, false, contract("a", 19, 2, 350, 100)).settled(20, true, contract("a", 20, 2, 300, 100));
        ProcessCounts counts = observed(talk).total();
        assertEquals(1, counts.of(ProcessCount.DEFICITS));
        assertEquals(0.06, counts.of(ProcessCount.DEFICIT_USD), 1e-12);
        assertEquals(0.25, counts.of(ProcessCount.COALITION_GAP_USD), 1e-12);
    }

    @Test
    void anOfferIsWorthItsPriceLessTheCostOnRecord() {
        List<SeenOffer> offers = observed(twoHours()).offers();
        assertEquals(2, offers.size());
        SeenOffer agreed = offers.getFirst();
        assertEquals("a", agreed.prosumer());
        assertEquals(18, agreed.hour());
        assertEquals((150 - 100) * 2 / 1000.0, agreed.offeredUsd(), 1e-12);
        assertEquals(0, agreed.forgoneUsd(), 1e-12, "the best offer is what it took");
        SeenOffer missed = offers.getLast();
        assertEquals(43, missed.hour());
        assertEquals(0.24 - 0.1, missed.forgoneUsd(), 1e-12, "it turned 240 $/MWh down at a cost of 100");
    }

    @Test
    void aSmallerQuantityIsValuedAtTheUnitCostOfTheNextLargerAndAnUnknownOneNotAtAll() {
        Talk talk = new Talk().opened(18, standing("a", 2, 150)).proposes(18, 1, "a", 3, 290, whatIf(3, 0.75));
        talk.counters(18, 1, "a", 1, 200);
        assertEquals(0.2 - 0.15, observed(talk).offers().getFirst().offeredUsd(), 1e-12);
        talk.counters(18, 2, "a", 2.5, 280);
        assertEquals((0.28 - 0.25) * 2.5, observed(talk).offers().getLast().offeredUsd(), 1e-12);
        Talk unknown = new Talk().opened(18, standing("a", 2, 150)).counters(18, 1, "a", 2.5, 280);
        assertTrue(observed(unknown).offers().isEmpty());
    }

    @Test
    void aPostedPriceIsAnOfferToThoseWhoDidNotTakeIt() {
        Talk talk = new Talk().opened(18, standing("a", 2, 100), standing("b", 1, 120));
        talk.calls(18, 200).accepts(18, 1, "a", "m0", 2, 200).refuses(18, "b", null);
        talk.settled(18, true, contract("a", 18, 1.5, 200, 100));
        List<SeenOffer> offers = observed(talk).offers();
        assertEquals(1, offers.size(), "a took it and has nothing to regret, though its quantity was cut");
        assertEquals("b", offers.getFirst().prosumer());
        assertEquals(0.08, offers.getFirst().forgoneUsd(), 1e-12);
        Talk announced = new Talk().opened(18, standing("b", 1, 120)).calls(18, 200).refuses(18, "b", null);
        assertTrue(observed(announced).offers().isEmpty(), "nobody could have accepted an announcement");
        Talk limited = new Talk().opened(18, standing("b", 1, 120)).calls(18, 200).accepts(18, 1, "a", "m0", 2, 200);
        limited.says(new NegotiationMessage.Refusal(
                limited.envelope(18, 1, "b", Talk.AGGREGATOR, null), NegotiationMessage.RefusalReason.EVENT_LIMIT,
                BindingConstraint.NONE));
        assertTrue(observed(limited).offers().isEmpty(), "its owner allowed no further event");
    }

    @Test
    void anEnergyOfferBelowTheOwnersFloorCouldNotBeTaken() {
        SeenOffer energy = new SeenOffer("a", Product.ENERGY, 1, 200, 0.1, 0);
        assertTrue(energy.allowedBy(null));
        assertTrue(energy.allowedBy(200.0));
        assertFalse(energy.allowedBy(201.0));
        assertTrue(new SeenOffer("a", Product.SPIN, 1, 200, 0.1, 0).allowedBy(201.0), "a floor concerns energy only");
    }

    @Test
    void theZoneOfAgreementIsWhatTheMarketWouldAccept() {
        ProcessObserver observer = new ProcessObserver(MarketRules.CAISO_DERA);
        new Talk().opened(18, standing("a", 2, 100), standing("b", 4, 200)).events().forEach(observer::accept);
        assertEquals(0, observer.record().total().of(ProcessCount.ZONE_USD), "6 kW are below the minimum of 100 kW");
    }
}
