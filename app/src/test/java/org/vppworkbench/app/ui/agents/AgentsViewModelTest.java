package org.vppworkbench.app.ui.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.app.ui.session.Document;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.LanguageSettings.Budget;
import org.vppworkbench.negotiation.llm.settings.Limits;
import org.vppworkbench.negotiation.standin.BargainingResponder;
import org.vppworkbench.negotiation.standin.NegotiatingResponder;
import org.vppworkbench.negotiation.standin.StandInServer;

/** Who decides, chosen without a toolkit; models are real ones of the stand-in server, over real HTTP. */
class AgentsViewModelTest {
    private static final String KEY = "AIza-secret-of-the-tests-0123456789";

    @TempDir
    private Path folder;

    private final Workbench workbench = SampleRun.fresh();
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Finding> refused = new ArrayList<>();
    private boolean agrees = true;

    private AgentsViewModel model() {
        SampleRun.fourHomes(workbench, 1, "rule");
        LiveParties parties = parties();
        workbench.setPartySource(parties);
        return new AgentsViewModel(workbench, parties);
    }

    private LiveParties parties() {
        return new LiveParties(environment::get, folder, Limits.USUAL, (what, title, lines) -> {
            asked.addAll(lines);
            return agrees;
        }, refused::addAll);
    }

    @Test
    void aModelIsTakenOverAsOneEditAndUndone() {
        AgentsViewModel model = model();
        Document before = workbench.document();
        model.mechanismProperty().set("llm");
        assertFalse(model.problemProperty().get().isEmpty(), "no model is named yet");
        model.chooseModel("gemini-x", "");
        assertEquals("", model.problemProperty().get());
        assertTrue(model.keyProperty().get().contains("GEMINI_API_KEY is not set"), model.keyProperty().get());
        assertEquals("LLM live gemini-x @generativelanguage.googleapis.com", model.label());
        model.limit(new Budget(0.5, null, null, null, 10L, null));

        assertTrue(model.take());
        assertEquals("llm", workbench.document().scenario().mechanism());
        assertEquals(10L, Objects.requireNonNull(workbench.document().scenario().language()).budget().calls());
        workbench.history().undo();
        assertEquals(before, workbench.document());
    }

    @Test
    void aKeyIsSaidToBeThereAndNeverShown() {
        environment.put("GEMINI_API_KEY", KEY);
        AgentsViewModel model = model();
        model.mechanismProperty().set("llm");
        model.chooseModel("gemini-x", "");

        assertTrue(model.keyProperty().get().contains("GEMINI_API_KEY is set"), model.keyProperty().get());
        assertFalse(model.keyProperty().get().contains(KEY));
        model.chooseModel(KEY, "");
        assertTrue(model.problemProperty().get().contains("holds the key"), model.problemProperty().get());
        assertFalse(model.problemProperty().get().contains(KEY));
    }

    @Test
    void withoutAKeyNothingRunsAndNobodyStandsIn() {
        AgentsViewModel model = model();
        model.mechanismProperty().set("llm");
        model.chooseModel("gemini-x", "");
        assertTrue(model.take());
        workbench.startRun();

        assertNull(workbench.runProperty().get());
        assertTrue(refused.getFirst().oneLine().contains("GEMINI_API_KEY"), refused.toString());
        assertEquals(List.of(), asked, "nothing is asked for where nothing can be sent");
    }

    @Test
    void whoDoesNotAgreeSendsNothing() {
        environment.put("GEMINI_API_KEY", KEY);
        agrees = false;
        AgentsViewModel model = model();
        model.mechanismProperty().set("llm");
        model.chooseModel("gemini-x", "");
        model.take();
        workbench.startRun();

        assertNull(workbench.runProperty().get());
        assertTrue(asked.toString().contains("generativelanguage.googleapis.com"), asked.toString());
        assertTrue(asked.toString().contains("Sent of each home"), asked.toString());
        assertFalse(asked.toString().contains(KEY));
    }

    @Test
    void aDayOfModelsRunsAndItsCostIsCounted() {
        try (StandInServer server = StandInServer.saying(new NegotiatingResponder(new BargainingResponder(0)))) {
            AgentsViewModel model = model();
            model.mechanismProperty().set("llm");
            model.chooseProvider("openai");
            model.chooseModel("stand-in", server.openAiBase());
            model.limit(new Budget(null, null, null, null, 40L, null));
            assertTrue(model.take(), model.problemProperty().get());
            LiveParties parties = parties();
            workbench.setPartySource(parties);
            workbench.startRun();

            ExperimentResult result = Objects.requireNonNull(workbench.outcomeProperty().get(), () -> String.valueOf(workbench.noticeProperty().get()));
            assertEquals(List.of(), asked, "what stays on this machine is not asked about");
            assertTrue(result.record().label().startsWith("LLM live stand-in @custom endpoint"), result.record().label());
            assertTrue(Objects.requireNonNull(result.language()).tape().lines().count() > 10);
            LiveUse use = Objects.requireNonNull(parties.use());
            assertEquals(result.language().report().use().calls(), use.calls());
            assertTrue(use.words(new Budget(null, null, null, null, 100_000L, null), 0).contains("; left: "), use.words(Budget.NONE, 0));
        }
    }

    @Test
    void aProgramIsStartedOnlyAfterTheUserAgreed() {
        agrees = false;
        AgentsViewModel model = model();
        model.addProgram("home-001", "java -version", 5);
        assertTrue(model.take(), model.problemProperty().get());
        assertTrue(model.label().startsWith("RULE + EXTERNAL "), model.label());
        workbench.startRun();

        assertTrue(asked.toString().contains("home-001: java -version"), asked.toString());
        assertNull(workbench.runProperty().get());

        model.addProgram("home-999", "java -version", 5);
        assertTrue(model.problemProperty().get().contains("no home of the fleet has this id"), model.problemProperty().get());
    }

    @Test
    void wordsOfAnOwnerAreShownAsUnderstoodAndBindWhenConfirmed() {
        AgentsViewModel model = model();
        model.read("home-001", model.times().get(12), "the weather is nice");
        assertFalse(model.canConfirm());
        assertTrue(model.understoodProperty().get().startsWith("Not understood"), model.understoodProperty().get());

        model.read("home-001", model.times().get(12), "Don't sell from 6 to 8 pm tonight");
        assertTrue(model.canConfirm(), model.understoodProperty().get());
        assertTrue(model.understoodProperty().get().startsWith("Understood for home-001 at "), model.understoodProperty().get());
        model.confirm();
        assertTrue(model.take());
        assertEquals(1, workbench.document().scenario().told().size());
        assertNotNull(workbench.resolvedProperty().get(), workbench.findings().toString());
    }
}
