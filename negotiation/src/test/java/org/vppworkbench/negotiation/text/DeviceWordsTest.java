package org.vppworkbench.negotiation.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vppworkbench.negotiation.text.Described.field;
import static org.vppworkbench.negotiation.text.Described.reads;

import org.junit.jupiter.api.Test;

/** Batteries, roofs, cars and chargers in words, each example worked out by hand. */
class DeviceWordsTest {
    @Test
    void aNamedBatteryHasItsPublishedSize() {
        reads("We have a Powerwall 2.", "bess.capacityKwh=13.5 bess.powerKw=5 bess.product=Tesla Powerwall 2");
        reads("three LG RESU10H", "bess.capacityKwh=27.9 bess.count=3 bess.powerKw=15 bess.product=LG RESU10H");
        reads("2x Enphase IQ 5P", "bess.capacityKwh=10 bess.count=2 bess.powerKw=7.68 bess.product=Enphase IQ Battery 5P");
    }

    @Test
    void slipsOfThePenAreForgiven() {
        reads("we own a powerwal 3", "bess.capacityKwh=13.5 bess.powerKw=11.5 bess.product=Tesla Powerwall 3");
        reads("an Enphaze IQ 5P", "bess.capacityKwh=5 bess.powerKw=3.84 bess.product=Enphase IQ Battery 5P");
    }

    @Test
    void sizesInAllUnits() {
        reads("battery 9800 Wh, 4600 W", "bess.capacityKwh=9.8 bess.powerKw=4.6");
        reads("The battery bank is 48 V and 200 Ah.", "bess.capacityKwh=9.6");
        reads("solar: 5400 Wp", "pv.kwDc=5.4");
        reads("24 panels of 400 W", "pv.kwDc=9.6");
        assertEquals("7.2", field("Two Powerwall 2 and 18 panels of 400 W.", HomeField.PV_SIZE));
        reads("Twenty-two modules, 410 W each", "pv.kwDc=9.02");
        reads("charger 32 A at 240 V", "ev.chargeKw=7.68");
        reads("a 0.0135 MWh battery", "bess.capacityKwh=13.5");
    }

    @Test
    void whatIsNotThere() {
        reads("No battery, EV or solar.", "bess.none=true ev.none=true pv.none=true");
        reads("Battery: none. 5 kW of solar.", "bess.none=true pv.kwDc=5");
        reads("We don't have solar or a battery.", "bess.none=true pv.none=true");
        reads("Sin paneles ni batería.", "bess.none=true pv.none=true");
        reads("Wir haben keine Batterie und kein Elektroauto.", "bess.none=true ev.none=true");
        reads("Pas de batterie, pas de voiture électrique.", "bess.none=true ev.none=true");
    }

    @Test
    void soldAndPlannedDevicesAreNotThere() {
        assertEquals("-", field("We sold our Leaf last year.", HomeField.EV_MODEL));
        assertEquals("true", field("We sold our Leaf last year.", HomeField.EV_NONE));
        assertEquals("-", field("We are getting a Powerwall 3 next year.", HomeField.BESS_PRODUCT));
        reads("We sold the Leaf and now drive a Chevy Bolt EV.", "ev.capacityKwh=65 ev.model=Chevrolet Bolt EV");
    }

    @Test
    void otherPeoplesDevicesAreNotOurs() {
        reads("My neighbour has two Powerwalls and a Rivian. We have 5 kW of solar.", "pv.kwDc=5");
        reads("My brother drives a Model Y. He also has a 13 kWh battery.", "");
    }

    @Test
    void contradictionsLeaveTheFieldOpenAndCorrectionsDoNot() {
        ParsedHome home = new RuleParser().parse("Our battery holds 10 kWh. The 16 kWh battery is great.");
        assertTrue(home.abstained().contains(HomeField.BESS_CAPACITY));
        assertTrue(home.findings().stream().anyMatch(f -> f.message().contains("contradicts itself")));
        reads("Battery is 10 kWh, sorry, I mean 13 kWh.", "bess.capacityKwh=13");
    }

    @Test
    void aRangeIsNoValue() {
        ParsedHome home = new RuleParser().parse("The roof has 5 to 6 kW of solar.");
        assertTrue(home.fields().isEmpty());
        assertTrue(home.abstained().contains(HomeField.PV_SIZE));
    }

    @Test
    void impossibleSizesAreReportedAndDropped() {
        ParsedHome home = new RuleParser().parse("We have a battery of 99999999 kWh and 5 kW of panels.");
        assertEquals("-", home.get(HomeField.BESS_CAPACITY).map(ParsedField::value).orElse("-"));
        assertTrue(home.findings().stream().anyMatch(f -> f.message().contains("impossible")));
        assertEquals("5", home.get(HomeField.PV_SIZE).orElseThrow().value());
    }

    @Test
    void decimalCommasWhereTheLanguageHasThem() {
        assertEquals("13.5", field("Wir haben eine Batterie mit 13,5 kWh und eine PV-Anlage.", HomeField.BESS_CAPACITY));
        assertEquals("11.5068493", field("Unser Verbrauch im Jahr ist 4.200 kWh und wir haben keine Batterie.", HomeField.LOAD));
        assertEquals("34.5394737", field("We use 1,050 kWh a month.", HomeField.LOAD));
    }
}
