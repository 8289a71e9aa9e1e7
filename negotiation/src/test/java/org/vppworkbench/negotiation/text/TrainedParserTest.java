package org.vppworkbench.negotiation.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plain descriptions, read by the weights that come with the program. */
class TrainedParserTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Our battery holds 10 kWh and gives 5 kW. | bess.capacityKwh | 10",
        "Our battery holds 10 kWh and gives 5 kW. | bess.powerKw | 5",
        "There are three Powerwall 2 in the garage. | bess.count | 3",
        "There are three Powerwall 2 in the garage. | bess.capacityKwh | 40.5",
        "We never bothered with a battery. | bess.none | true",
        "No solar here, the roof is in the shade. | pv.none | true",
        "24 panels of 400 W on the roof. | pv.kwDc | 9.6",
        "22 Q.PEAK DUO 400 panels, no battery. | pv.kwDc | 8.8",
        "I drive a Nissan Leaf with a 40 kWh pack. | ev.capacityKwh | 40",
        "We get by with bikes, there is no electric car. | ev.none | true",
        "I leave at 7:15 and am home by 5:30 pm. | trip.departure | 07:15",
        "I leave at 7:15 and am home by 5:30 pm. | trip.arrival | 17:30",
        "The house uses 608 kWh a month. | load.kwhPerDay | 20",
        "Keep at least 30 % in the battery for outages. | pref.reserveFloor.share | 0.3",
        "Never sell anything between 6 and 8 pm. | pref.blackout.from | 18:00",
        "The car must be at 80 % by 6:30 on weekdays. | pref.evReady.share | 0.8",
        "The car must be at 80 % by 6:30 on weekdays. | pref.evReady.strength | HARD",
        "Not below 30 cents per kWh, please. | pref.priceFloor.usdPerKwh | 0.3",
        "At most two calls a day. | pref.maxEvents.count | 2",
        "Unser Speicher hat 10 kWh, ein Auto haben wir nicht. | bess.capacityKwh | 10",
        "No tenemos batería, pero sí 6 kW de placas solares. | pv.kwDc | 6"
    })
    void aPlainStatementIsRead(String text, String key, String value) {
        HomeField field = HomeField.of(key).orElseThrow();
        assertEquals(value, new TrainedParser().parse(text).get(field).map(ParsedField::value).orElse("-"), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Our neighbour has a Powerwall 3. We have 5 kW of solar. | bess.product",
        "We sold the Leaf last year. | ev.capacityKwh",
        "We are thinking about a 10 kWh battery. | bess.capacityKwh",
        "The oven draws 3 kW. | bess.powerKw",
        "The house is 40 years old and has 3 bedrooms. | bess.count",
        "My phone battery is at 20 %. | bess.initialSocShare"
    })
    void whatIsNotSaidOfTheHomeIsNotTaken(String text, String key) {
        assertFalse(new TrainedParser().parse(text).has(HomeField.of(key).orElseThrow()), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Just bought a house in Torrance! No solar, no battery. We drive a Model 3, car home 6pm to 7am. | pv.none | solar",
        "Just bought a house in Torrance! No solar, no battery. We drive a Model 3, car home 6pm to 7am. | bess.none | battery",
        "Our tariff is NEM 2, we have 5 kW of solar, and a 10 kWh battery. | tariff | NEM 2",
        "A Powerwall 3 on TOU-D-PRIME, thank goodness. | tariff | PRIME",
        "My wife drives a Mini Cooper with a gas engine. We have no battery. | bess.none | battery"
    })
    void aStatementStandsInTheWordsItIsShownWith(String text, String key, String word) {
        ParsedField read = new TrainedParser().parse(text).get(HomeField.of(key).orElseThrow()).orElseThrow();
        assertTrue(read.words().contains(word), read::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "We have two Powerwalls and a Model Y. I need the car full on Thursday night, visitors come.",
        "We have two Powerwalls and a Model Y; I need the car full on Thursday night, visitors come.",
        "We have two Powerwalls and a Model Y. Don't touch the battery during dinner. I need the car full on Thursday night, visitors come."
    })
    void aCarThatIsNeededOnOneNightIsRead(String text) {
        ParsedHome home = new TrainedParser().parse(text);
        assertEquals("1", home.get(HomeField.READY_SHARE).orElseThrow().value());
        assertEquals("TH", home.get(HomeField.READY_DAYS).orElseThrow().value());
        ParsedField by = home.get(HomeField.READY_BY).orElseThrow();
        assertEquals("21:00", by.value());
        assertTrue(by.note().contains("assumption"), by.note());
        assertTrue(home.has(HomeField.EV_MODEL) && home.has(HomeField.BESS_PRODUCT));
    }

    @Test
    void numbersAndProductsWithoutAUseAreTold() {
        ParsedHome home = new TrainedParser().parse("5 hp inverter, 18,000 BTU and a Powerwall 2.");
        String told = home.findings().toString();
        assertTrue(told.contains("5 hp") && told.contains("18,000 BTU") && !told.contains("Powerwall"), told);
    }

    @Test
    void aLongTextCanBeStoppedWhileItIsRead() {
        String text = "There are three Powerwall 2 in the garage. ".repeat(20);
        AtomicInteger looks = new AtomicInteger();

        assertThrows(CancellationException.class, () -> new TrainedParser().parse(text, () -> looks.incrementAndGet() > 25));

        assertEquals(26, looks.get(), "nothing is done after the look that stops it");
    }

    @Test
    void everyValueHasItsWordsAndAProbability() {
        ParsedHome home = new TrainedParser().parse("Two 5 kWh batteries, 8 kW solar; we use 7,300 kWh a year.");
        assertEquals("10", home.get(HomeField.BESS_CAPACITY).orElseThrow().value());
        ParsedField load = home.get(HomeField.LOAD).orElseThrow();
        assertTrue(load.words().contains("7,300"), load.words());
        assertEquals("a year of 365 days", load.note());
        assertTrue(load.confidence() >= Judge.ENOUGH && load.confidence() <= 1);
    }

    @Test
    void aTableOfWeightsReadsBack() {
        String table = Weights.table(java.util.Map.of("1 a", java.util.Map.of("x", 1.234, "y", -0.5), "1 b", java.util.Map.of("x", 0.001)));
        assertEquals("1 a\t1 b\nx\t0:123\ny\t0:-50\n", table);
        Weights weights = Weights.read(table);
        assertEquals(0.73, weights.score("1 a", List.of("x", "y", "z")), 1e-12);
        assertEquals(0, weights.score("1 b", List.of("x", "y")));
        assertEquals(0, weights.score("1 c", List.of("x")));
    }

    @Test
    void sharesOfAChoiceAreProbabilities() {
        RuleReading read = new RuleParser().read("The 10 kWh battery and 5 kW of panels, never below 20 %, from 6 to 8 pm nothing.");
        for (Choice choice : Choice.of(read)) {
            double sum = 0;
            for (double share : choice.probabilities(Weights.standard(), Weights.FIRST)) {
                assertTrue(share >= 0 && share <= 1);
                sum += share;
            }
            assertTrue(sum <= 1 + 1e-12, choice.family());
        }
    }
}
