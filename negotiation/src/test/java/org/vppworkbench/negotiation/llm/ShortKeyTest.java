package org.vppworkbench.negotiation.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.scenario.LanguageSettings.Budget;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.llm.FakeServer.Told;
import org.vppworkbench.negotiation.llm.Gateways.FakePace;
import org.vppworkbench.negotiation.llm.settings.GatewaySettings;
import org.vppworkbench.negotiation.llm.settings.Secret;
import org.vppworkbench.negotiation.llm.settings.Thinking;
import org.vppworkbench.negotiation.llm.tape.TapeUse;

/** Users of a server of their own set any word as the key; the same word in a prompt or a reply is none of the key's. */
class ShortKeyTest {
    private static final String PROMPT = "none of x and ollama, lm-studio or elevenchars";

    private static GatewaySettings settings(FakeServer server, String key) {
        return new GatewaySettings(
                "openai", "local-model", server.url() + "/v1", Secret.of(key), Gateways.quick(), Thinking.LEAST, Budget.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "x", "ollama", "lm-studio", "elevenchars"})
    void aWordAsAKeyIsAWordInTexts(String key) {
        List<String> tape = new ArrayList<>();
        String reply = "{\"words\":\"" + PROMPT + "\"}";
        try (FakeServer server = new FakeServer(asked -> FakeServer.openAi(reply));
                ModelGateway gateway =
                        Gateways.open(settings(server, key), new TapeUse.Recording(tape::add), new FakePace())) {
            Answer answer = gateway.ask(Gateways.question("home-001", PROMPT), CancelToken.NEVER);
            assertEquals(reply, assertInstanceOf(Answer.Said.class, answer, () -> "" + answer).text());
            assertTrue(tape.getLast().contains(PROMPT), tape::getLast);
        }
        try (FakeServer server = new FakeServer(asked -> Told.of(400, "{\"error\":{\"message\":\"" + PROMPT + "\"}}"));
                ModelGateway gateway = Gateways.open(settings(server, key))) {
            Answer answer = gateway.ask(Gateways.question("home-001", PROMPT), CancelToken.NEVER);
            Answer.Failed failed = assertInstanceOf(Answer.Failed.class, answer);
            assertTrue(failed.words().contains(PROMPT), failed.words());
        }
    }

    @Test
    void aKeyOfTwelveIsSoughtAndMasked() {
        Secret key = Objects.requireNonNull(Secret.of("twelve-chars"));
        assertTrue(key.within("so twelve-chars it is"));
        assertEquals("so *** it is", key.maskWhole("so twelve-chars it is"));
        assertEquals("so *** it is", key.mask("so twelve-chars it is"));
    }
}
