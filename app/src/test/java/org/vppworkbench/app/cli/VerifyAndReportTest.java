package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.sample.FleetJson;

/** {@code vpp verify} and {@code vpp report} on bundles of the sample. */
class VerifyAndReportTest {
    @TempDir Path folder;

    private final VppRuns vpp = new VppRuns();

    private Path rule() {
        Path bundle = folder.resolve("rule");
        vpp.works("run", "--mechanism", "rule", "--no-optimum", "--out", bundle);
        return bundle;
    }

    @Test
    void aRunOfRulesIsIdentical() {
        Path bundle = rule();
        vpp.works("verify", bundle);
        assertTrue(vpp.out().contains("RULE: rule agents; run again from the inputs"), vpp.out());
        assertTrue(vpp.out().contains("identical  " + Bundle.EVENTS), vpp.out());
        assertTrue(vpp.out().contains("figures/welfare.svg"), vpp.out());
        assertTrue(vpp.out().contains("identical: "), vpp.out());
    }

    @Test
    void aBranchIsMadeAgainWithItsChange() {
        Path branch = folder.resolve("branch");
        vpp.works("branch", "--bundle", rule(), "--at", 40, "--home", "home-003", "--refuses", "--no-optimum", "--out", branch);
        vpp.works("verify", branch);
        assertTrue(vpp.out().contains("1 branch"), vpp.out());
    }

    @Test
    void aMechanismWithItsOptimumIsIdenticalButForSeconds() throws IOException {
        Path bundle = folder.resolve("posted");
        vpp.works("run", "--fleet", fleet(), "--mechanism", "posted-price", "--out", bundle);
        vpp.works("verify", bundle);
        assertTrue(vpp.out().contains("MECHANISM: a mechanism without agents"), vpp.out());
        assertTrue(vpp.out().contains("identical but for seconds"), vpp.out());
        vpp.works("verify", bundle, "--no-optimum");
        assertTrue(vpp.out().contains("taken over, not made again"), vpp.out());
    }

    @Test
    void whatWasChangedIsFoundAndTheFirstDifferenceIsTold() throws IOException {
        Path bundle = rule();
        String line = Files.readAllLines(bundle.resolve(Bundle.EVENTS)).stream()
                .filter(event -> event.contains("\"pricePerMwh\":")).findFirst().orElseThrow();
        String number = line.replaceFirst(".*?\"pricePerMwh\":([-0-9.]+).*", "$1");
        Tampered.forge(bundle, Bundle.EVENTS, "\"pricePerMwh\":" + number, "\"pricePerMwh\":" + number + "1");
        assertEquals(1, vpp.run("verify", bundle), vpp.out());
        assertTrue(vpp.out().contains("DIFFERENT  " + Bundle.EVENTS), vpp.out());
        assertTrue(vpp.err().contains("different: ") && vpp.err().contains(number + "1 before"), vpp.err());
    }

    @Test
    void whatIsNoBundleIsRefused() throws IOException {
        vpp.refused(List.of("a run bundle"), "verify", Files.createDirectory(folder.resolve("empty")));
        assertEquals(2, vpp.run("verify"));
    }

    @Test
    void theReportIsOneFileWithTheSameBytes() throws IOException {
        Path bundle = folder.resolve("four");
        vpp.works("run", "--fleet", fleet(), "--mechanism", "rule", "--out", bundle);
        for (String ending : List.of("html", "pdf")) {
            Path first = folder.resolve("a." + ending);
            vpp.works("report", "--bundle", bundle, "--out", first);
            vpp.works("report", "--bundle", bundle, "--out", folder.resolve("b." + ending));
            assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(folder.resolve("b." + ending)), ending);
        }
        String html = Files.readString(folder.resolve("a.html"));
        for (String words : List.of("<h2>Method</h2>", "<h2>Data and licences</h2>", "<h2>Certificate</h2>", "<h2>Limits</h2>",
                "STYLISED", "The master seed was 1", "JOptimizer", "@media print", "id=\"figure-regret\"", "id=\"figure-compliance\"",
                "welfareUsd")) {
            assertTrue(html.contains(words), words);
        }
        assertFalse(html.contains("<script"), "no program in it");
        assertFalse(html.matches("(?s).*(src|href)=\"https?:.*"), "nothing is loaded from elsewhere");
        List<String> ids = java.util.regex.Pattern.compile("\\bid=\"([^\"]+)\"").matcher(html).results().map(m -> m.group(1)).toList();
        assertEquals(ids.size(), ids.stream().distinct().count(), "ids are unique in the document");
        assertTrue(ExportedFile.text(folder.resolve("a.pdf")).contains("STYLISED"));
    }

    @Test
    void aReportIsNotWrittenOverAFileNorUnderAnotherName() throws IOException {
        Path bundle = rule();
        Path there = Files.writeString(folder.resolve("there.html"), "mine");
        vpp.refused(List.of("not overwritten"), "report", "--bundle", bundle, "--out", there);
        assertEquals("mine", Files.readString(there));
        assertEquals(2, vpp.run("report", "--bundle", bundle, "--out", folder.resolve("a.docx")));
    }

    private Path fleet() throws IOException {
        return Files.writeString(folder.resolve("four.json"), FleetJson.write(SmallRuns.scenario("rule", 1).fleet()));
    }
}
