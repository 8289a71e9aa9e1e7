package org.vppworkbench.negotiation.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.message.TextHash;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.llm.FakeServer.Told;
import org.vppworkbench.negotiation.llm.sentinel.Sentinel;
import org.vppworkbench.negotiation.llm.sentinel.SentinelFile;
import org.vppworkbench.negotiation.llm.sentinel.SentinelRecord;
import org.vppworkbench.negotiation.llm.sentinel.SentinelSet;

class SentinelTest {
    private static SentinelRecord run(String date, Function<String, Told> answers) {
        try (FakeServer server = new FakeServer(asked -> answers.apply(text(asked.body())));
                ModelGateway gateway = Gateways.open(Gateways.gemini(server))) {
            SentinelRecord record = Sentinel.run(gateway, date, CancelToken.NEVER);
            assertEquals(50, server.asked().size());
            // the port of the test's server is not what is compared
            return new SentinelRecord(
                    record.version(), record.setHash(), record.date(),
                    new org.vppworkbench.negotiation.language.ModelIdentity(
                            "gemini", "gemini-2.5-flash", "host", false, false),
                    record.versions(), record.replies(), record.usage());
        }
    }

    private static String text(String body) {
        return JsonParser.parseString(body).getAsJsonObject().getAsJsonArray("contents").get(0).getAsJsonObject()
                .getAsJsonArray("parts").get(0).getAsJsonObject().get("text").getAsString();
    }

    private static Told answer(String text) {
        return FakeServer.gemini("{\"answer\": \" " + text + ".\"}");
    }

    @Test
    void theSetHasFiftyDifferentQuestions() {
        SentinelSet set = SentinelSet.builtIn();
        assertEquals(50, set.items().size());
        assertEquals(50, set.items().stream().map(SentinelSet.Item::id).distinct().count());
        assertEquals(50, set.items().stream().map(SentinelSet.Item::text).distinct().count());
    }

    @Test
    void theSameModelHasTheSameFingerprint() {
        SentinelRecord first = run("2026-01-01", text -> answer(TextHash.sha256(text)));
        SentinelRecord second = run("2026-02-01", text -> FakeServer.gemini("{\"answer\":\"" + TextHash.sha256(text) + "\"}"));
        assertEquals(first.fingerprint(), second.fingerprint());
        assertEquals(List.of(), second.changesSince(first));
        assertEquals(50 * 185, first.usage().totalTokens());
        assertEquals(List.of("gemini-2.5-flash"), first.versions());
    }

    @Test
    void whatChangedIsToldInWords() {
        SentinelRecord first = run("2026-01-01", text -> answer("x"));
        SentinelRecord second =
                run(
                        "2026-02-01",
                        text -> text.contains("17 times 23")
                                ? answer("391")
                                : text.contains("ready") ? Told.of(400, "{}") : answer("x"));
        assertNotEquals(first.fingerprint(), second.fingerprint());
        assertEquals(
                List.of(
                        "1 of 50 answers differ from 2026-01-01",
                        "1 of 50 questions had no answer in one of the two runs", "s01: x then, 391 now"),
                second.changesSince(first));
        SentinelRecord third = run(
                "2026-03-01",
                text -> Told.of(200, answer("x").body().replace("\"gemini-2.5-flash\"", "\"gemini-2.5-flash-002\"")));
        assertEquals(
                List.of("the version that answered was gemini-2.5-flash and is gemini-2.5-flash-002"),
                third.changesSince(first));
    }

    @Test
    void aRecordIsKeptAndReadAgain() {
        SentinelRecord record = run("2026-01-01", text -> answer(TextHash.sha256(text).substring(0, 5)));
        String text = SentinelFile.write(record);
        SentinelRecord read = SentinelFile.read("sentinel.json", text).orThrow();
        assertEquals(record.fingerprint(), read.fingerprint());
        assertEquals(List.of(), read.changesSince(record));
        String edited = text.replaceFirst("\"text\": \"[0-9a-f]{5}\"", "\"text\": \"other\"");
        assertNull(SentinelFile.read("sentinel.json", edited).value());
        assertTrue(SentinelFile.read("sentinel.json", edited).findings().getFirst().message().contains("changed since"));
        assertNull(SentinelFile.read("sentinel.json", "{}").value());
        assertNull(SentinelFile.read("sentinel.json", text.replace("record/1", "record/9")).value());
    }
}
