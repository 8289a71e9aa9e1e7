package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.negotiation.standin.Asked;
import org.vppworkbench.negotiation.standin.StandInServer;
import org.vppworkbench.negotiation.standin.StandInSettings;
import org.vppworkbench.sample.FleetJson;

/** Behaviour of homes by a model that asks far too much, tells its cost and sometimes cannot be read; and its replay. */
class ModelConditionsTest {
    private static final String KEY = "SECRET-key-0123456789-cond";

    @TempDir Path folder;

    private static String reply(Asked asked) {
        int length = asked.everything().length();
        if (length % 5 == 0) {
            return "I would rather talk about it.";
        }
        return length % 5 == 1
                ? "{\"action\":\"REFUSE\",\"reason\":\"OWNER\",\"rationale\":\"We want to keep it.\"}"
                : "{\"action\":\"PROPOSE\",\"kw\":250,\"price_usd_per_mwh\":400,\"rationale\":\"Only for good money.\"}";
    }

    private static JsonObject week(Path bundle) throws IOException {
        return JsonParser.parseString(Files.readString(bundle.resolve(Bundle.METRICS))).getAsJsonObject().getAsJsonObject("week");
    }

    private Path run(VppRuns vpp, String name, Object... more) throws IOException {
        Path fleet = folder.resolve("four.json");
        if (!Files.exists(fleet)) {
            Files.writeString(fleet, FleetJson.write(SmallRuns.scenario("rule", 1).fleet()));
        }
        Path target = folder.resolve(name);
        List<Object> words = new ArrayList<>(List.of(
                "run", "--fleet", fleet, "--from", "2023-08-16", "--required", "6,4,4", "--no-optimum", "--out", target));
        words.addAll(List.of(more));
        vpp.works(words.toArray());
        return target;
    }

    @Test
    void whatAModelDoesIsMeasuredAndItsReplayIsNoReplicate() throws IOException {
        try (StandInServer server = StandInServer.start(StandInSettings.saying(ModelConditionsTest::reply).withKey(KEY))) {
            Map<String, String> environment = Map.of("GEMINI_API_KEY", KEY, "GEMINI_BASE_URL", server.geminiBase());
            VppRuns vpp = new VppRuns(new LanguageDesk(environment::get, folder.resolve("nowhere"), question -> null));
            Path tape = folder.resolve("my.tape");
            Object[] model = {"--mechanism", "llm", "--llm-model", "gemini-test", "--llm-aggregator", "rule", "--seed", 7};
            Path live = run(vpp, "live", with(model, "--tape", "record:" + tape));
            assertTrue(vpp.out().contains("seed 7 is below 1000"), vpp.out());
            Path replay = run(vpp, "replay", with(model, "--tape", "replay:" + tape));
            Path rule = run(vpp, "rule", "--mechanism", "rule", "--seed", 7);
            JsonObject week = week(live);
            assertEquals(week, week(replay), "a replay has the same metrics");
            assertEquals(week.get("modelFallbackShare"), week.get("agentFallbackShare"));
            assertTrue(week.get("agentFallbackShare").getAsDouble() > 0.05, "" + week.get("agentFallbackShare"));
            assertTrue(week.get("refusedPhysicsReplies").getAsDouble() > 0, "250 kW of a home");
            assertTrue(week.get("unusableReplies").getAsDouble() > 0, "no JSON");
            assertTrue(week.get("toolErrorShare").getAsDouble() > 0, "250 kW against the tool");
            assertEquals(0, week.get("dealRateWithoutZoneShare").getAsDouble());
            vpp.works("conditions", rule, live, replay);
            assertTrue(vpp.out().contains("replay is of the same tape as " + live), vpp.out());
            assertTrue(vpp.out().contains("MARK: over 5 %"), vpp.out());
            assertTrue(vpp.out().contains("no interval from one pair (n = 1)"), vpp.out());
        }
    }

    private static Object[] with(Object[] words, Object... more) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray();
    }
}
