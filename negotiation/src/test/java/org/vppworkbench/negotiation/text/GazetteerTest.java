package org.vppworkbench.negotiation.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.vppworkbench.model.fleet.CarModel;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.negotiation.text.Product.Kind;

class GazetteerTest {
    @Test
    void everyRowHasASourceADateAndPlausibleNumbers() {
        for (Product product : Gazetteer.standard().products()) {
            assertFalse(product.source().isBlank(), product.name());
            assertFalse(product.asOf().isBlank(), product.name());
            assertTrue(product.confidence() > 0 && product.confidence() <= 1, product.name());
            Double kwh = product.capacityKwh();
            assertTrue(kwh == null || (kwh >= 3 && kwh <= 220), product.name());
            Double kw = product.powerKw();
            assertTrue(kw == null || (kw >= 1 && kw <= 20), product.name());
        }
    }

    @Test
    void thereAreManyCars() {
        assertTrue(Gazetteer.standard().products().stream().filter(product -> product.kind() == Kind.CAR).count() >= 40);
    }

    @Test
    void numbersOfTheGeneratorsProductsAreTheGenerators() {
        for (CarModel car : FleetPreset.LABORATORY.parameters(1, 0).cars().models()) {
            assertEquals(car.capacityKwh(), Gazetteer.standard().named(car.name()).orElseThrow().capacityKwh(), car.name());
        }
        assertEquals(5.0, Gazetteer.standard().named("Enphase IQ Battery 5P").orElseThrow().capacityKwh());
    }

    @Test
    void aTrimIsNotAnotherProductAndANumberMayBe() {
        Gazetteer gazetteer = Gazetteer.standard();
        assertEquals("Polestar 2 Long Range", gazetteer.named("Polestar 2 Long Range Dual Motor").orElseThrow().name());
        assertEquals("sonnenCore", gazetteer.named("sonnen sonnenCore").orElseThrow().name());
        assertTrue(gazetteer.named("Powerwall 7").isEmpty());
    }
}
