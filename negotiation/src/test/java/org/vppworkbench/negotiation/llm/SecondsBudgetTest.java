package org.vppworkbench.negotiation.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.scenario.LanguageSettings.Budget;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.llm.tape.TapeEntry;
import org.vppworkbench.negotiation.llm.tape.TapeReader;
import org.vppworkbench.negotiation.llm.tape.TapeUse;

/** A question that the user's own limit of seconds cuts is the budget's matter, not the server's. */
class SecondsBudgetTest {
    @Test
    void aQuestionCutByTheSecondsCountsAsBudgetAndIsTheLast() {
        List<String> tape = new ArrayList<>();
        try (FakeServer server = new FakeServer(asked -> FakeServer.gemini("{\"action\":\"REFUSE\"}").after(3000));
                ModelGateway gateway = Gateways.open(
                        Gateways.gemini(server).with(new Budget(null, null, null, null, null, 0.4)),
                        new TapeUse.Recording(tape::add), new Gateways.FakePace())) {
            Answer.Failed cut = assertInstanceOf(
                    Answer.Failed.class, gateway.ask(Gateways.question("home-001", "first"), CancelToken.NEVER));
            assertEquals(FailureKind.BUDGET, cut.kind(), cut.words());
            assertTrue(cut.words().contains("budget of seconds"), cut.words());
            assertEquals(1, cut.usage().attempts(), "it was sent, and may be billed");
            Answer.Failed next = assertInstanceOf(
                    Answer.Failed.class, gateway.ask(Gateways.question("home-002", "second"), CancelToken.NEVER));
            assertEquals("the budget of 0.4 s of waiting is spent", next.words());
            assertEquals(1, server.asked().size());
        }
        assertEquals(
                List.of(TapeEntry.Kind.BUDGET, TapeEntry.Kind.BUDGET),
                TapeReader.read("tape", tape).orThrow().entries().stream().map(TapeEntry::kind).toList());
    }
}
