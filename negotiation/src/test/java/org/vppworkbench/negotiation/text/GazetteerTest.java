package org.vppworkbench.negotiation.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
            boolean module = product.kind() == Kind.MODULE;
            assertTrue(kw == null || (module ? kw >= 0.1 && kw <= 0.8 : kw >= 1 && kw <= 20), product.name());
            assertTrue(!module || (kw != null && kwh == null), product.name());
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IQ 5P                        | Enphase IQ Battery 5P
            Emphase IQ Battery 5P        | Enphase IQ Battery 5P
            LG Chem RESU10H              | LG RESU10H
            LG RESU Prime 10H            | LG RESU10H Prime
            sonnen sonnenCore+ 10        | sonnenCore+
            Franklin aPower 2            | FranklinWH aPower 2
            BYD HVS 10.2                 | BYD Battery-Box Premium HVS 10.2
            Mercedes-Benz EQA 250        | Mercedes EQA
            Volkswagon ID.4              | Volkswagen ID.4
            chevy bolt euv               | Chevrolet Bolt EUV
            Tesla Model Y LR             | Tesla Model Y Long Range
            Ioniq 5 std range            | Hyundai Ioniq 5 Standard Range
            F-150 extended pack          | Ford F-150 Lightning ER
            Cupra Born 58 kWh            | Cupra Born
            Hyundai Kona Electric 64 kWh | Hyundai Kona Electric
            Opel Ampera-e                | Opel Ampera-e
            """)
    void twoNamesOfOneProductAreOneProduct(String name, String product) {
        assertEquals(product, Gazetteer.standard().named(name).orElseThrow().name(), name);
    }
}
