package org.vppworkbench.app.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.PriceKnowledge;
import org.vppworkbench.model.inputs.LimitChange;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

class InputsJsonTest {
  private static final int T = 96;

  static InputsDocument document() {
    TimeSeries price = TimeSeries.generate(T, t -> 1.0 / (t + 1));
    TimeSeries zero = TimeSeries.constant(T, 0);
    ProsumerInputs full =
        new ProsumerInputs(
            "home-001", TimeSeries.constant(T, 0.33), TimeSeries.constant(T, 0.08), 0.25, 100, 100,
            price, TimeSeries.constant(T, 0.1),
            new BessInputs(13.5, 5, 5, 0.9487, 0.9487, 0.675, 13.5, 6.75, 0.05),
            new EvInputs(75, 7.2, 0, 0.92, 0, 60, Collections.nCopies(T, true), zero, 0),
            new HardPreferences(
                2.7, List.of(3, 4), 8.1, List.of(new HardPreferences.EvReady(31, 60))),
            List.of(
                new SoftPreference.Floor(4, 0.5),
                new SoftPreference.CarReady(31, 65, 0.2),
                new SoftPreference.Blackout(List.of(70, 71), 1),
                new SoftPreference.DailyCap(5, 0.1)));
    ProsumerInputs bare =
        new ProsumerInputs(
            "home-002", TimeSeries.constant(T, 0.33), TimeSeries.constant(T, 0.08), 0.25, 100, 100,
            zero, price, null, null, HardPreferences.NONE, List.of());
    TimeSeries required = TimeSeries.constant(24, 25);
    RunInputs inputs =
        new RunInputs(
            new Horizon(LocalDate.of(2023, 8, 15), 1, Horizon.LOS_ANGELES),
            new MarketSeries(price, null, price, price),
            new MarketSeries(price, null, price, null),
            new RequiredCapacity(required, TimeSeries.constant(24, 0), required),
            List.of(),
            List.of(full, bare));
    return new InputsDocument(inputs, List.of(price, zero), -1211.64);
  }

  @Test
  void readsBackTheSameDoubles() {
    String text = InputsJson.write(document());

    assertEquals(document(), InputsJson.read(text, "inputs.json").orThrow());
    assertEquals(text, InputsJson.write(InputsJson.read(text, "inputs.json").orThrow()));
  }

  @Test
  void anotherCapFromADayOnIsWrittenOnlyWhereThereIsOne() {
    RunInputs in = document().inputs();
    List<LimitChange> changes = List.of(new LimitChange(0, 1.0 / 3));
    ProsumerInputs home = in.prosumers().getFirst();
    HardPreferences hard = new HardPreferences(
        2.7, List.of(3, 4), null, home.hard().evReady(), changes, null);
    ProsumerInputs other = home.with(home.bess(), home.ev(), hard, List.of(new SoftPreference.DailyCap(5, 0.1, changes)));
    InputsDocument document = new InputsDocument(in.withHomes(List.of(other, in.prosumers().get(1))), List.of(), null);

    String text = InputsJson.write(document);
    RunInputs read = InputsJson.read(text, "inputs.json").orThrow().inputs();

    assertEquals(other, read.prosumers().getFirst());
    assertEquals(in.outlooks(), read.outlooks(), "the home does not know before it is said");
    assertEquals(text, InputsJson.write(InputsJson.read(text, "inputs.json").orThrow()));
    assertFalse(InputsJson.write(document()).contains("hanges"), "files without it stay as they were");
    assertTrue(InputsJson.read(text.replace("\"dailyDischargeCapChanges\":[{\"interval\":0", "\"dailyDischargeCapChanges\":[{\"interval\":96"), "f")
        .findings().stream().anyMatch(Finding::isError));
  }

  @Test
  void anotherFloorFromAMomentOnIsWrittenOnlyWhereThereIsOne() {
    RunInputs in = document().inputs();
    ProsumerInputs home = in.prosumers().getFirst();
    List<LimitChange> changes = List.of(new LimitChange(5, 1.0 / 3), new LimitChange(6, 8));
    ProsumerInputs other = home.with(home.bess(), home.ev(), home.hard().withFloorChanges(changes), home.soft());
    InputsDocument document = new InputsDocument(in.withHomes(List.of(other, in.prosumers().get(1))), List.of(), null);

    String text = InputsJson.write(document);
    RunInputs read = InputsJson.read(text, "inputs.json").orThrow().inputs();

    assertEquals(other, read.prosumers().getFirst());
    assertEquals(in.outlooks(), read.outlooks(), "the home does not know before it is said");
    assertEquals(text, InputsJson.write(InputsJson.read(text, "inputs.json").orThrow()));
    assertFalse(InputsJson.write(document()).contains("reserveFloorChanges"), "files without it stay as they were");
    for (String bad : List.of("{\"interval\":96", "{\"interval\":-1")) {
      String broken = text.replace("\"reserveFloorChanges\":[{\"interval\":5", "\"reserveFloorChanges\":[" + bad);
      assertTrue(InputsJson.read(broken, "f").findings().stream().anyMatch(Finding::isError), bad);
    }
  }

  @Test
  void whatAHomeKnowsIsKept() {
    RunInputs in = document().inputs();
    List<HomeOutlook> known = List.of(
        new HomeOutlook(in.prosumers().get(0), PriceKnowledge.DAILY, 0.2),
        new HomeOutlook(in.prosumers().get(1), PriceKnowledge.PUBLISHED, 0));
    RunInputs inputs = new RunInputs(
        in.horizon(), in.prices(), in.forecasts(), in.required(), in.calledIntervals(), in.prosumers(), known);

    String text = InputsJson.write(new InputsDocument(inputs, List.of(), null));

    assertEquals(known, InputsJson.read(text, "inputs.json").orThrow().inputs().outlooks());
  }

  @Test
  void textMatchesTheGoldenFile() throws java.io.IOException {
    String text = InputsJson.write(document());

    assertEquals(GoldenFile.text("inputs.json", text), text);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      "v2gKw":0.0           | "v2gKw":-5.0                | prosumers[0] home-001, ev, v2gKw
      "calledIntervals":[]  | "calledIntervals":[96]      | calledIntervals
      "W0":-1211.64 | "W0":NaN                 | NaN is not a number of JSON
      "energy":[1.0,        | "energy":[1e999,            | prices, energy[0]
      "energy":[1.0,        | "energy":[null,             | prices, energy[0]
      "energy":[1.0,        | "energy":[                  | prices, energy
      "intervals":96        | "intervals":95              | start, zone and intervals
      "start":"2023-08-15T07 | "start":"2023-08-15T08     | start, zone and intervals
      "format":"vpp-inputs/1" | "format":"vpp-inputs/2"   | format
      "etaCharge":0.9487    | "etaCharge":0               | prosumers[0] home-001, bess, etaCharge
      "initialKwh":6.75     | "initialKwh":0.1            | prosumers[0] home-001, bess, initialKwh
      "id":"home-002"       | "id":"home-001"             | prosumers[1] home-001, id
      "id":"home-002"       | "id":" "                    | prosumers[1], id: blank
      "type":"ReserveFloor" | "type":"Floor"              | prosumers[0] home-001, soft[0], type
      "priceKnowledge":"PUBLISHED" | "priceKnowledge":"WHOLESALE" | prosumers[0] home-001, priceKnowledge
      "blackoutIntervals":[3,4] | "blackoutIntervals":[3,96] | blackoutIntervals[1]
      """)
  void badInputIsAFindingThatNamesThePlace(String good, String bad, String place) {
    String text = InputsJson.write(document());
    assertTrue(text.contains(good), good);
    int at = text.indexOf(good);
    String changed = text.substring(0, at) + bad + text.substring(at + good.length());

    Reading<InputsDocument> reading = InputsJson.read(changed, "inputs.json");

    assertNull(reading.value());
    assertTrue(
        reading.findings().stream().anyMatch(f -> f.isError() && f.oneLine().contains(place)),
        reading.findings().toString());
  }

  @Test
  void zeroHomesAreRefused() {
    String text = InputsJson.write(document());
    String none = text.substring(0, text.indexOf("\"prosumers\":[")) + "\"prosumers\":[],\"W0\":0}";

    assertTrue(
        InputsJson.read(none, "inputs.json").findings().getFirst().oneLine().contains("no homes"));
  }
}
