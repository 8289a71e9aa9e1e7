package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.app.io.ApplicationInfo;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.sample.FleetCsv;
import org.vppworkbench.sample.FleetJson;
import org.vppworkbench.sample.SampleLibrary;

/** {@code vpp rerun} and {@code vpp branch}: a bundle is all that is needed to make its run again. */
class BundleRerunTest {
    @TempDir Path folder;

    private final VppRuns vpp = new VppRuns();

    /** Runs, forgets the files the run was made from, and runs the bundle again on 1 and on 4 threads. */
    private Bundle roundTrip(Object... options) throws IOException {
        Path run = folder.resolve("run");
        run(run, options);
        deleteAll(folder.resolve("mine"));
        Path one = folder.resolve("one");
        vpp.works("rerun", "--bundle", run, "--out", one, "--threads", 1);
        VppRuns.assertSameBytes(run, one);
        assertTrue(vpp.out().contains("the same run: "), vpp.out());
        assertFalse(vpp.out().contains("DIFFERS"), vpp.out());
        Path four = folder.resolve("four");
        vpp.works("rerun", "--bundle", one, "--out", four, "--threads", 4);
        VppRuns.assertSameBytes(run, four);
        return VppRuns.bundle(four);
    }

    private void run(Path out, Object... options) {
        List<Object> words = new ArrayList<>(List.of("run"));
        words.addAll(List.of(options));
        words.addAll(List.of("--out", out));
        vpp.works(words.toArray());
    }

    private static void deleteAll(Path files) throws IOException {
        if (Files.exists(files)) {
            try (Stream<Path> all = Files.walk(files)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private Path mine(String name, String text) throws IOException {
        return Files.writeString(Files.createDirectories(folder.resolve("mine")).resolve(name), text);
    }

    private static Fleet four() {
        return SmallRuns.scenario("rule", 1).fleet();
    }

    private static void assertTraded(Bundle bundle) {
        assertFalse(Objects.requireNonNull(bundle.contracts()).isEmpty(), "nothing was traded, so nothing is tested");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "--sample la-2023-08 --from 2023-08-16",
        "--sample la-2023-08 --from 2023-08-16 --mechanism zi-c --seed -7 --calls 2023-08-17T01:00:00Z",
        "--sample la-2023-08 --from 2023-08-16 --mechanism posted-price --required 10,0,6 --rounds 3",
        "--sample la200-2023-08 --from 2023-08-16 --rules caiso-dera --timeline day-ahead --forecast noisy:0.2",
        "--sample synthetic:6:2024-07-01:4 --from 2024-07-02 --days 2 --generate 8:2 --required 8,5,5 --min-stake 0 --mechanism zi-c",
    })
    void samplesRoundTrip(String options) throws IOException {
        assertTraded(roundTrip((Object[]) ("--no-optimum " + options).split(" ", -1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sp15-2023-07", "sp15-2021-08", "sp15-2024-08"})
    void weeksOfEnergyOnlyRoundTrip(String sample) throws IOException {
        roundTrip("--sample", sample, "--timeline", "day-ahead", "--no-optimum");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv"})
    void aFleetFileIsNotNeededAgain(String kind) throws IOException {
        Path fleet = mine("four." + kind, kind.equals("json") ? FleetJson.write(four()) : FleetCsv.write(four()));
        assertTraded(roundTrip("--fleet", fleet, "--from", "2023-08-16", "--required", "6,4,4", "--no-optimum"));
    }

    @Test
    void pricesOfTheirOwnAreNotNeededAgain() throws IOException {
        StringBuilder text = new StringBuilder(
                "interval_start_utc,energy_usd_per_mwh,spin_usd_per_mwh,nonspin_usd_per_mwh,realtime_usd_per_mwh\n");
        for (int t = 0; t < 96; t++) {
            text.append(Instant.parse("2023-08-15T07:00:00Z").plusSeconds(900L * t))
                    .append(",").append(t < 70 || t > 82 ? 40.1 : 900.7).append(",5,1,").append(t < 20 ? -3.3 : 50).append("\n");
        }
        Path prices = mine("prices.csv", text.toString());
        Path fleet = mine("four.json", FleetJson.write(four()));
        Bundle bundle = roundTrip(
                "--prices", prices, "--prices-kind", "REAL", "--fleet", fleet, "--required", "6,4,4", "--no-optimum");
        assertTraded(bundle);
        assertEquals(2, bundle.inputFiles().size());
    }

    @Test
    void aFolderOfDataIsNotNeededAgain() throws IOException {
        Path days = VppRuns.folder(
                Files.createDirectories(folder.resolve("mine")).resolve("days"), "my-month",
                SampleLibrary.load("synthetic:6:2024-07-01:4").orThrow());
        Bundle bundle = roundTrip(
                "--data", days, "--generate", "8:2", "--from", "2024-07-02", "--days", 2, "--required", "8,5,5",
                "--min-stake", 0, "--timeline", "day-ahead", "--forecast", "noisy:0.3", "--home-forecast-error", 0.2,
                "--calls", "seed:5:0.05", "--mechanism", "zi-c", "--seed", 11, "--no-optimum");
        assertTraded(bundle);
        assertFalse(bundle.inputs().inputs().calledIntervals().isEmpty());
        assertFalse(Objects.requireNonNull(bundle.forecast()).rows().isEmpty());
        assertTrue(Objects.requireNonNull(bundle.sampling()).contains("adoption"));
    }

    @Test
    void whatOwnersSaidIsSaidAgain() throws IOException {
        Bundle bundle = roundTrip(
                "--from", "2023-08-16", "--no-optimum", "--yes",
                "--owner-says", "home-003@2023-08-16T12:00=Don't touch the battery during dinner tonight",
                "--owner-says", "home-001@2023-08-16T09:10=Stop selling");
        assertEquals(2, bundle.events().stream().filter(e -> e.event() instanceof RunEvent.OwnerChanged).count());
        HomeOutlook before = bundle.inputs().inputs().outlooks().get(2);
        assertTrue(before.expected().hard().blackoutIntervals().isEmpty(), "nobody expected it");
        assertFalse(bundle.inputs().inputs().prosumers().get(2).hard().blackoutIntervals().isEmpty());
    }

    /** Outside the run nothing binds, so nothing is shown as understood, nor is anybody asked about it. */
    @Test
    void whatIsSaidOutsideTheRunIsNotUnderstood() {
        for (String at : List.of("2024-08-16T12:00", "2023-08-15T12:00", "2023-08-17T00:00")) {
            vpp.refused(
                    List.of("not within the run", at), "run", "--from", "2023-08-16", "--no-optimum", "--owner-says",
                    "home-001@" + at + "=Stop selling", "--out", folder.resolve("none"));
            assertFalse((vpp.out() + vpp.err()).contains("UNDERSTOOD"), vpp.err());
            assertFalse(vpp.err().contains("confirm"), vpp.err());
        }
    }

    @Test
    void theOptimumIsSolvedAgainToTheSameGap() throws IOException {
        Path fleet = mine("four.json", FleetJson.write(four()));
        Bundle bundle = roundTrip("--fleet", fleet, "--from", "2023-08-16", "--required", "6,4,4", "--gap", "1e-2");
        var aware = Objects.requireNonNull(Objects.requireNonNull(bundle.baseline()).optima().get("aware"));
        assertEquals(1e-2, aware.tolerance());
        assertTrue(vpp.out().contains("baseline.json                   identical but for seconds"), vpp.out());
        vpp.works("rerun", "--bundle", folder.resolve("run"), "--out", folder.resolve("quick"), "--no-optimum");
        VppRuns.assertSameBytes(folder.resolve("run"), folder.resolve("quick"));
        assertTrue(vpp.out().contains("taken over, not made again"), vpp.out());
    }

    @Test
    void anOptimumAddedLaterIsSolvedAgainToo() throws IOException {
        Path run = folder.resolve("run");
        run(run, "--fleet", mine("four.json", FleetJson.write(four())), "--from", "2023-08-16", "--no-optimum");
        vpp.works("baseline", "--bundle", run, "--mode", "aware", "--mode", "forecast", "--gap", "1e-2");
        assertTrue(vpp.out().contains("on forecasts"), vpp.out());
        vpp.works("baseline", "--bundle", run, "--mode", "aware", "--gap", "1e-2");
        assertNotNull(Objects.requireNonNull(VppRuns.bundle(run).baseline()).forecast());
        vpp.works("rerun", "--bundle", run, "--out", folder.resolve("again"));
        VppRuns.assertSameBytes(run, folder.resolve("again"));
        assertEquals(
                List.of("aware"),
                List.copyOf(Objects.requireNonNull(VppRuns.bundle(folder.resolve("again")).baseline()).optima().keySet()));
    }

    @Test
    void whatBindsIsWrittenAndIsNotMissedByARunMadeAgain() throws IOException {
        Path run = folder.resolve("run");
        run(run, "--fleet", mine("four.json", FleetJson.write(four())), "--from", "2023-08-16", "--no-optimum");
        vpp.works("baseline", "--bundle", run, "--mode", "aware", "--gap", "1e-2", "--explain");
        assertTrue(vpp.out().contains("why not more"), vpp.out());
        List<String> rows = Files.readAllLines(run.resolve(Bundle.EXPLANATIONS));
        assertEquals(
                "about,day,hour,interval,product,prosumer,constraint,limit,used,unit,shadow_usd_per_unit,slope_usd_per_unit",
                rows.getFirst());
        for (String about : List.of("REQUIRED,", "LIMIT,", "LIMIT_HOUR,", "WHY_NOT_MORE,")) {
            assertTrue(rows.stream().anyMatch(row -> row.startsWith(about)), about);
        }
        vpp.works("rerun", "--bundle", run, "--out", folder.resolve("again"));
        assertTrue(vpp.out().contains("not made again: vpp baseline --explain makes it"), vpp.out());
    }

    @Test
    void aCentralOptimumRoundTrips() throws IOException {
        Path fleet = mine("four.json", FleetJson.write(four()));
        roundTrip("--fleet", fleet, "--from", "2023-08-16", "--mechanism", "aware");
        vpp.refused(List.of("mechanism aware"), "rerun", "--bundle", folder.resolve("run"), "--out", folder.resolve("x"),
                "--no-optimum");
        assertFalse(Files.exists(folder.resolve("x")));
    }

    @Test
    void aBranchNeedsNoFilesAndRoundTripsAndIsBranchedAgain() throws IOException {
        Path run = folder.resolve("run");
        Path fleet = mine("four.json", FleetJson.write(four()));
        run(run, "--fleet", fleet, "--from", "2023-08-16", "--required", "6,4,4", "--home-forecast-error", 0.1,
                "--forecast", "persistence", "--no-optimum");
        deleteAll(folder.resolve("mine"));
        Path car = folder.resolve("car");
        String driver = VppRuns.bundle(run).inputs().inputs().prosumers().stream()
                .filter(home -> home.ev() != null && home.ev().drivenKwh().sum() > 0)
                .findFirst()
                .orElseThrow()
                .id();
        vpp.works("branch", "--bundle", run, "--at", 3, "--home", driver, "--car-leaves", "2023-08-16T06:00", "--gap", 0.01,
                "--out", car);
        assertEquals(
                0.01,
                Objects.requireNonNull(Objects.requireNonNull(VppRuns.bundle(car).baseline()).optima().get("aware")).tolerance());
        assertEquals(VppRuns.bundle(run).forecast(), VppRuns.bundle(car).forecast());
        Path carAgain = folder.resolve("car-again");
        vpp.works("rerun", "--bundle", car, "--out", carAgain);
        VppRuns.assertSameBytes(car, carAgain);

        Path asks = folder.resolve("asks");
        Bundle branched = VppRuns.bundle(car);
        LoggedEvent said = Objects.requireNonNull(branched.events()).stream()
                .filter(logged -> logged.sequence() > 5 && logged.event() instanceof RunEvent.MessageSent)
                .findFirst()
                .orElseThrow();
        vpp.works("branch", "--bundle", carAgain, "--at", said.sequence(), "--home", four().homes().getFirst().id(),
                "--asks", 0.9, "--no-optimum", "--out", asks);
        assertEquals(2, VppRuns.scenario(asks).branches().size());
        vpp.works("rerun", "--bundle", asks, "--out", folder.resolve("asks-again"));
        VppRuns.assertSameBytes(asks, folder.resolve("asks-again"));
        vpp.refused(List.of("already a branch"), "branch", "--bundle", asks, "--at", 4, "--home", driver, "--car-leaves",
                "2023-08-16T06:30", "--no-optimum", "--out", folder.resolve("x"));
    }

    @Test
    void damagedBundlesAreRefusedByName() throws IOException {
        Path run = folder.resolve("run");
        run(run, "--generate", "3:1", "--from", "2023-08-16", "--no-optimum");
        refusedAfter(run, Bundle.INPUTS, "\"spin\":[", "\"spin\":[1", "inputs.json", "changed since the run");
        refusedAfter(run, Bundle.EVENTS, "\n", "", "events.jsonl", "changed since the run");
        refusedAfter(run, Bundle.CONTRACTS, "hour", "our", "contracts.csv", "changed since the run");
        refusedAfter(run, Bundle.MANIFEST, "\"capacityKwh\": ", "\"capacityKwh\": 9", "manifest.json", "changed since the run");
        refusedAfter(run, Bundle.MANIFEST, "\"homePlan\": \"", "\"homePlan\": \"NO", "manifest.json");
        refusedAfter(run, Bundle.MANIFEST, "\"seed\": 1,", "\"seed\": 2,", "manifest.json", "changed since the run",
                "manifest.sha256");
        refusedAfter(run, Bundle.MANIFEST_CHECKSUM, "a", "b", "manifest.json", "changed since the run");

        for (String name : List.of(Bundle.DISPATCH, Bundle.METRICS, Bundle.EVENTS, Bundle.MANIFEST)) {
            byte[] whole = Files.readAllBytes(run.resolve(name));
            Files.write(run.resolve(name), Arrays.copyOf(whole, whole.length / 2));
            refused(run, name);
            Files.delete(run.resolve(name));
            refused(run, name);
            Files.write(run.resolve(name), whole);
        }
        vpp.works("rerun", "--bundle", run, "--out", folder.resolve("again"));
        vpp.refused(List.of("no such folder"), "rerun", "--bundle", folder.resolve("none"), "--out", folder.resolve("x"));
        vpp.refused(List.of("not empty"), "rerun", "--bundle", run, "--out", folder.resolve("again"));
        assertEquals(2, vpp.run("rerun", "--bundle", run, "--out", folder.resolve("x"), "--threads", 0), vpp.err());
        assertTrue(vpp.err().contains("--threads 0 is out of range; allowed: [1, 256]"), vpp.err());
    }

    private void refusedAfter(Path run, String name, String good, String bad, String... words) throws IOException {
        byte[] whole = Files.readAllBytes(run.resolve(name));
        Tampered.edit(run, name, good, bad);
        refused(run, words);
        Files.write(run.resolve(name), whole);
    }

    private void refused(Path run, String... words) {
        Path out = folder.resolve("refused");
        vpp.refused(List.of(words), "rerun", "--bundle", run, "--out", out);
        assertFalse(Files.exists(out));
        vpp.refused(List.of(words), "branch", "--bundle", run, "--at", 2, "--home", "home-001", "--refuses", "--no-optimum",
                "--out", out);
        assertFalse(Files.exists(out));
    }

    @Test
    void whatAnotherEngineDidIsNamedByFileLineAndField() throws IOException {
        Path run = folder.resolve("run");
        run(run, "--fleet", mine("four.json", FleetJson.write(four())), "--from", "2023-08-16", "--no-optimum");
        String version = ApplicationInfo.current().version();
        Tampered.forge(run, Bundle.MANIFEST, "\"version\": \"" + version + "\"", "\"version\": \"0.0.1\"");
        vpp.works("rerun", "--bundle", run, "--out", folder.resolve("same"));
        assertTrue(vpp.out().contains("the bundle was written by VPP Workbench 0.0.1"), vpp.out());

        String row = Files.readAllLines(run.resolve(Bundle.PROSUMERS)).get(2);
        Tampered.forge(run, Bundle.PROSUMERS, row, row.replaceFirst(",", ",1"));
        String event = Files.readAllLines(run.resolve(Bundle.EVENTS)).get(1);
        Tampered.forge(run, Bundle.EVENTS, event, event.replaceFirst("\"simulatedTime\":\"2023", "\"simulatedTime\":\"2022"));
        Path other = folder.resolve("other");
        vpp.refused(List.of("not the same run: 2 files of", "written by VPP Workbench 0.0.1"), "rerun", "--bundle", run, "--out",
                other);
        assertTrue(vpp.out().contains("differs, line 3, bill_usd: "), vpp.out());
        assertTrue(vpp.out().contains("differs, line 2, simulatedTime: "), vpp.out());
        assertTrue(Files.exists(other.resolve(Bundle.MANIFEST)), "the new bundle is there to be looked at");

        vpp.refused(List.of("events.jsonl, line 2", "vpp rerun"), "branch", "--bundle", run, "--at", 3, "--home",
                four().homes().getFirst().id(), "--refuses", "--no-optimum", "--out", folder.resolve("x"));

        Tampered.forge(run, Bundle.MANIFEST, "\"kappa\": 1", "\"kapa\": 1");
        vpp.refused(List.of("manifest.json", "kapa", "written by VPP Workbench 0.0.1"), "rerun", "--bundle", run, "--out",
                folder.resolve("x"));
    }

    @Test
    void bundlesWithoutChecksumOfTheManifestAreReadAndSaidToBeSo() throws IOException {
        Path run = folder.resolve("run");
        run(run, "--generate", "3:1", "--from", "2023-08-16", "--no-optimum");
        Files.delete(run.resolve(Bundle.MANIFEST_CHECKSUM));
        vpp.works("rerun", "--bundle", run, "--out", folder.resolve("again"));
        assertTrue(vpp.err().contains("manifest.sha256, is not there"), vpp.err());
        vpp.works("validate", "--bundle", folder.resolve("again"));
        assertFalse(vpp.err().contains("manifest.sha256"), vpp.err());
    }
}
