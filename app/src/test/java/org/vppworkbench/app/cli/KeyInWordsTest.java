package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.external.JavaAgent;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.negotiation.standin.BargainingResponder;
import org.vppworkbench.negotiation.standin.NegotiatingResponder;
import org.vppworkbench.negotiation.standin.StandInServer;
import org.vppworkbench.negotiation.standin.StandInSettings;
import org.vppworkbench.sample.FleetJson;

/** A key that somebody pastes into words is in no file that is written, nor on the screen, and a finding says so. */
class KeyInWordsTest {
    /** Looks like a key. */
    private static final String LOOKS = "AIzaSyA0123456789-abcdefgh_IJKLMNOPQRST";

    /** Looks like words, and is known only because it stands in the environment. */
    private static final String KNOWN = "correct-horse-battery-staple";

    private static final String FOUND = "key was blanked out";

    private static final Path NOWHERE = Path.of("no", "such", "folder");

    @TempDir Path folder;

    private final VppRuns vpp = new VppRuns(
            new LanguageDesk(Map.of("OPENAI_API_KEY", KNOWN)::get, NOWHERE, question -> null));

    /** The words of the first home's first preference hold a key. */
    private Path fleet(String key) throws IOException {
        Fleet plain = SmallRuns.scenario("rule", 1).fleet();
        List<Home> homes = new ArrayList<>(plain.homes());
        Home h = homes.getFirst();
        homes.set(0, new Home(
                h.id(), h.tariff(), h.homePlan(), h.carPlan(), h.loadProfile(), h.loadScale(), h.importLimitKw(),
                h.exportLimitKw(), h.pv(), h.bess(), h.ev(), h.style(),
                List.of(new Preference.MaxEventsPerDay(9, "nine calls a day, and " + key + " is mine"))));
        return Files.writeString(folder.resolve("fleet.json"), FleetJson.write(new Fleet(plain.id(), plain.name(), homes)));
    }

    private Object[] day(Path fleet, Object... more) {
        List<Object> words = new ArrayList<>(List.of(
                "run", "--fleet", fleet, "--from", "2023-08-16", "--required", "6,4,4", "--no-optimum", "--out",
                folder.resolve("out")));
        words.addAll(List.of(more));
        return words.toArray();
    }

    private void isNowhere(String key, Path where, String said) throws IOException {
        for (String part : List.of(key, key.substring(0, 12))) {
            assertFalse(said.contains(part), said);
            try (Stream<Path> files = Files.walk(where)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                    assertFalse(text.contains(part), file.toString());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LOOKS, KNOWN})
    void inThePreferencesOfAFleet(String key) throws IOException {
        vpp.works(day(fleet(key)));
        assertTrue(vpp.err().contains(FOUND), vpp.err());
        isNowhere(key, folder.resolve("out"), vpp.out() + vpp.err());
    }

    /** A program of the user may have read the file with the keys; its run is played back without them. */
    @Test
    void inWhatAProgramSays() throws IOException {
        Path out = folder.resolve("out");
        vpp.run(day(
                fleet("nothing"), "--agent", "home-003=external:" + JavaAgent.command("indiscreet"), "--agent-deadline", "60"));
        assertTrue(Files.readString(out.resolve(Bundle.EXTERNAL)).contains("my key is ***"), vpp.out() + vpp.err());
        assertTrue(Files.readString(out.resolve(Bundle.EVENTS)).contains("my key is ***"));
        isNowhere(JavaAgent.KEY, out, vpp.out() + vpp.err());
        vpp.works("replay", "--bundle", out);
        assertTrue(vpp.out().contains("same     events.jsonl"), vpp.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {LOOKS, KNOWN})
    void inWhatAnOwnerSays(String key) throws IOException {
        vpp.works(day(
                fleet("nothing"), "--owner-says", "home-003@2023-08-16T12:00=Don't sell from 6 to 8 pm tonight. " + key, "--yes"));
        assertTrue(vpp.err().contains(FOUND), vpp.err());
        assertTrue(Files.readString(folder.resolve("out").resolve(Bundle.SCENARIO)).contains("Don't sell from 6"));
        isNowhere(key, folder.resolve("out"), vpp.out() + vpp.err());
    }

    /** A scenario file whose messages hold a key, such as one written by hand. */
    @ParameterizedTest
    @ValueSource(strings = {LOOKS, KNOWN})
    void inTheMessagesOfAScenario(String key) throws IOException {
        Path fleet = fleet("nothing");
        vpp.works(day(fleet, "--owner-says", "home-003@2023-08-16T12:00=Don't sell from 6 to 8 pm tonight. HERE", "--yes"));
        Path scenario = Files.writeString(
                folder.resolve("scenario.json"),
                Files.readString(folder.resolve("out").resolve(Bundle.SCENARIO)).replace("HERE", key));
        Path again = folder.resolve("again");
        vpp.works("run", "--scenario", scenario, "--fleet", fleet, "--no-optimum", "--out", again);
        assertTrue(vpp.err().contains(FOUND), vpp.err());
        isNowhere(key, again, vpp.out() + vpp.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {LOOKS, KNOWN})
    void inADescription(String key) throws IOException {
        Path written = Files.createDirectory(folder.resolve("written"));
        vpp.works(
                "describe", "We have 6 kW of solar and a 13 kWh battery. My key is " + key + ". Never let it go below 20 %.",
                "--json", written.resolve("home.json"));
        assertTrue(vpp.err().contains(FOUND), vpp.err());
        assertTrue(Files.readString(written.resolve("home.json")).contains(FOUND), "the file says so, too");
        isNowhere(key, written, vpp.out() + vpp.err());
    }

    /** In a run of models it is in no prompt and no tape either, and costs the home no decision. */
    @Test
    void inTheWordsAModelReads() throws IOException {
        StandInSettings settings = StandInSettings.saying(new NegotiatingResponder(new BargainingResponder(0)));
        try (StandInServer server = StandInServer.start(settings)) {
            Map<String, String> environment =
                    Map.of("GEMINI_API_KEY", LOOKS, "GEMINI_BASE_URL", server.geminiBase());
            VppRuns live = new VppRuns(new LanguageDesk(environment::get, NOWHERE, question -> null));
            Path fleet = fleet(LOOKS);
            live.works(day(
                    fleet, "--mechanism", "llm", "--llm-model", "gemini-test", "--tape", "record:" + folder.resolve("my.tape")));
            assertTrue(live.err().contains(FOUND), live.err());
            assertTrue(live.out().contains("0 of "), live.out());
            Files.delete(fleet);
            isNowhere(LOOKS, folder, live.out() + live.err());
        }
    }
}
