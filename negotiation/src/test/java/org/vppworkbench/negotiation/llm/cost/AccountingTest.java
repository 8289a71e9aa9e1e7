package org.vppworkbench.negotiation.llm.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.ModelIdentity;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.language.Prompt;
import org.vppworkbench.negotiation.language.Provenance;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.ReplySchema;
import org.vppworkbench.negotiation.language.Sampling;
import org.vppworkbench.negotiation.language.Usage;

class AccountingTest {
    private static final Usage ONE = new Usage(100, 20, 30, 5, false, 2, 0.001, true, 1.5);

    private static Accounting accounting() {
        return new Accounting(
                new ModelIdentity("gemini", "gemini-2.5-flash", "host", false, false), PriceList.builtIn(),
                Origin::subject);
    }

    private static Question on(String day) {
        return new Question(
                new Origin("home-001", day, 0, 0, 0, 0), new Prompt("p", "h", "s", List.of()), new ReplySchema("r", "{}"),
                Sampling.REPEATABLE);
    }

    private static Answer said(String version) {
        return new Answer.Said("x", ONE, new Provenance("gemini-2.5-flash", version, "host", "hash", false));
    }

    @Test
    void countsByRunAndDay() {
        Accounting accounting = accounting();
        accounting.answered(on("day 1"), said("gemini-2.5-flash"));
        accounting.answered(on("day 1"), new Answer.Failed(FailureKind.TIMEOUT, "late", ONE));
        accounting.answered(on("day 2"), said("gemini-2.5-flash"));
        Accounting.Snapshot snapshot = accounting.snapshot();
        assertEquals(3, snapshot.run().questions());
        assertEquals(1, snapshot.run().failed());
        assertEquals(6, snapshot.run().usage().attempts());
        assertEquals(3 * 135, snapshot.run().usage().totalTokens());
        assertEquals(60, snapshot.run().usage().cachedTokens());
        assertEquals(0.003, snapshot.run().usage().usd(), 1e-12);
        assertEquals(2, snapshot.days().get("day 1").questions());
        assertEquals(1, snapshot.days().get("day 2").questions());
        assertEquals(Map.of(FailureKind.TIMEOUT, 1), snapshot.failures());
        assertEquals(Map.of("gemini-2.5-flash", 2), snapshot.versions());
        assertEquals(List.of(), snapshot.marks());
        assertFalse(snapshot.drift());
        accounting.answered(on("day 2"), said("gemini-2.5-flash"));
        assertEquals(3, snapshot.run().questions());
        assertThrows(UnsupportedOperationException.class, () -> snapshot.days().clear());
    }

    @Test
    void anotherModelIsMarked() {
        Accounting accounting = accounting();
        accounting.answered(on("d"), said("gemini-2.5-flash-lite"));
        assertTrue(accounting.snapshot().drift());
        assertEquals(
                List.of("asked for gemini-2.5-flash, and gemini-2.5-flash-lite answered"), accounting.snapshot().marks());
    }

    @Test
    void aVersionThatChangesIsMarked() {
        Accounting accounting = accounting();
        accounting.answered(on("d"), said("gemini-2.5-flash-001"));
        assertFalse(accounting.snapshot().drift());
        accounting.answered(on("d"), said("gemini-2.5-flash-002"));
        assertTrue(accounting.snapshot().drift());
        assertEquals(
                List.of("the version that answered changed during the run: gemini-2.5-flash-001, gemini-2.5-flash-002"),
                accounting.snapshot().marks());
    }

    @Test
    void whatHasNoPriceIsMarked() {
        Accounting accounting = accounting();
        Usage unpriced = new Usage(1, 0, 1, 0, true, 1, 0, false, 0);
        accounting.answered(on("d"), new Answer.Failed(FailureKind.EMPTY, "nothing", unpriced));
        List<String> marks = accounting.snapshot().marks();
        assertEquals(2, marks.size());
        assertTrue(marks.get(0).contains("estimated"), marks::toString);
        assertTrue(marks.get(1).contains("not on the price list"), marks::toString);
    }
}
