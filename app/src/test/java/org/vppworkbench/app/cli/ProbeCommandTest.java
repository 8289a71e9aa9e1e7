package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.negotiation.standin.Asked;
import org.vppworkbench.negotiation.standin.Responder;
import org.vppworkbench.negotiation.standin.StandInServer;
import org.vppworkbench.negotiation.standin.StandInSettings;
import org.vppworkbench.sample.SampleLibrary;

/** What a model remembers of the week, asked over real HTTP of a stand-in on this machine. */
class ProbeCommandTest {
    private static final String KEY = "SECRET-key-9876543210-abcd";
    private static final DataSet WEEK = SampleLibrary.load(SampleLibrary.LOS_ANGELES_2023_08).orThrow();
    private static final Pattern WHEN = Pattern.compile("on (\\d+ \\w+ \\d{4}) in the hour from (\\d\\d):00");

    @TempDir Path folder;

    private static String knowsAll(Asked asked) {
        Matcher when = WHEN.matcher(asked.everything());
        assertTrue(when.find(), asked.everything());
        LocalDate date = LocalDate.parse(when.group(1), DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH));
        int day = (int) (date.toEpochDay() - WEEK.horizon().firstDay().toEpochDay());
        double price = WEEK.prices().hourMean(Product.ENERGY, day * 24 + Integer.parseInt(when.group(2)));
        return "{\"knows\":true,\"price_usd_per_mwh\":" + Math.round(price) + "}";
    }

    private VppRuns vpp(StandInServer server) {
        Map<String, String> environment = Map.of("GEMINI_API_KEY", KEY, "GEMINI_BASE_URL", server.geminiBase());
        return new VppRuns(new LanguageDesk(environment::get, folder.resolve("nowhere"), question -> null));
    }

    private StandInServer saying(Responder responder) throws IOException {
        return StandInServer.start(StandInSettings.saying(responder).withKey(KEY));
    }

    @Test
    void aModelThatKnowsTheWeekIsFoundAndATapeSaysTheSame() throws IOException {
        Path tape = folder.resolve("probe.tape");
        try (StandInServer server = saying(ProbeCommandTest::knowsAll)) {
            VppRuns vpp = vpp(server);
            assertEquals(1, vpp.run("probe", "--llm-model", "gemini-test", "--tape", "record:" + tape), vpp.err());
            assertTrue(vpp.out().contains("within 10 % of the price: 100 %"), vpp.out());
            assertTrue(vpp.out().contains("WARNING the model remembers"), vpp.out());
            assertFalse((vpp.out() + vpp.err()).contains(KEY));
        }
        VppRuns offline = new VppRuns();
        assertEquals(1, offline.run("probe", "--tape", "replay:" + tape), offline.err());
        assertTrue(offline.out().contains("LLM replayed gemini-test"), offline.out());
        assertTrue(offline.out().contains("within 10 % of the price: 100 %"), offline.out());
    }

    @Test
    void aModelThatAdmitsItDoesNotKnowPassesAndOneThatDoesNotReplyDoesNot() throws IOException {
        try (StandInServer server = saying(asked -> "{\"knows\":false}")) {
            VppRuns vpp = vpp(server);
            vpp.works("probe", "--llm-model", "gemini-test");
            assertTrue(vpp.out().contains("21 of 21 questions answered"), vpp.out());
            assertTrue(vpp.out().contains("no sign"), vpp.out());
        }
        try (StandInServer server = saying(asked -> "Let me think.")) {
            VppRuns vpp = vpp(server);
            assertEquals(1, vpp.run("probe", "--llm-model", "gemini-test"));
            assertTrue(vpp.err().contains("no question was answered"), vpp.err());
        }
        VppRuns keyless = new VppRuns();
        keyless.refused(List.of("key"), "probe", "--llm-model", "gemini-test");
        assertEquals(2, keyless.run("probe", "--llm-model", "gemini-test", "--paraphrase", 2));
    }
}
