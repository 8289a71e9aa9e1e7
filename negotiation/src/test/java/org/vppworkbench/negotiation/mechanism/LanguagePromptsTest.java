package org.vppworkbench.negotiation.mechanism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vppworkbench.model.event.EventLog;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.LanguageSettings.Guards;
import org.vppworkbench.model.scenario.LanguageSettings.Mode;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.negotiation.LanguageConditions;
import org.vppworkbench.negotiation.ScriptedModel;
import org.vppworkbench.negotiation.SmallTown;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.persona.Fence;
import org.vppworkbench.negotiation.protocol.Performative;

/** What stands in the prompts of whole days. */
class LanguagePromptsTest {
    private static final Pattern SAYS = Pattern.compile("(home-\\d+) says: ");
    private static final long SEED = 20230816;
    private static final int TOWNS = 2 * Integer.getInteger("vpp.random.scale", 1);

    private static List<RunEvent> run(ScriptedModel model, LanguageSettings settings, ResolvedScenario town) {
        EventLog log = new EventLog();
        LanguageMechanisms.byId("llm", model, settings, new MeritOrderCoalition())
                .run(town, log, ProgressSink.NONE, CancelToken.NEVER);
        return log.range(0, log.size()).stream().map(LoggedEvent::event).toList();
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"EVERY_ROUND", "DAILY_STRATEGY"})
    void aPromptKnowsOneHomeOnly(Mode mode) {
        for (int i = 0; i < TOWNS; i++) {
            ResolvedScenario town = SmallTown.random(6, SEED + i, 10);
            ScriptedModel model = ScriptedModel.bargaining(0.1);
            run(model, LanguageConditions.mode(mode), town);
            for (Question question : model.asked()) {
                String text = ScriptedModel.text(question);
                String agent = question.origin().agent();
                assertTrue(text.contains("your_home: " + agent), text);
                for (ProsumerInputs other : town.inputs().prosumers()) {
                    if (!other.id().equals(agent)) {
                        assertFalse(text.contains(other.id()), text);
                        assertFalse(battery(other) != null && text.contains(battery(other)), text);
                        assertFalse(text.contains(retail(other)), text);
                    }
                }
                for (ProsumerInputs home : town.inputs().prosumers()) {
                    if (home.id().equals(agent) && battery(home) != null) {
                        assertTrue(text.contains(battery(home)), text);
                    }
                }
            }
        }
    }

    private static String battery(ProsumerInputs home) {
        BessInputs bess = home.bess();
        return bess == null ? null : String.format(Locale.ROOT, "discharges up to %.3f", Math.floor(bess.dischargeKw() * 1000) / 1000).replaceAll("0+$", "");
    }

    /** The cheap hours' price, six digits of which no two homes share. */
    private static String retail(ProsumerInputs home) {
        return String.format(Locale.ROOT, "you buy at %.3f $/kWh and are paid %.3f", home.importPrice().at(0), home.exportPrice().at(0));
    }

    @Test
    void instructionsAreTheSameForAllHomesAndComeBeforeTheData() {
        ResolvedScenario town = SmallTown.random(6, SEED, 10);
        ScriptedModel model = ScriptedModel.bargaining(0.1);
        run(model, LanguageConditions.DEFAULT, town);
        Set<String> systems = new HashSet<>();
        Set<String> hashes = new HashSet<>();
        Set<String> schemas = new HashSet<>();
        Fence fence = new Fence(SEED);
        for (Question question : model.asked()) {
            systems.add(question.prompt().system());
            hashes.add(question.prompt().hash());
            schemas.add(question.schema().json());
            assertTrue(question.prompt().turns().getFirst().text().startsWith(fence.open()));
        }
        assertEquals(1, systems.size());
        assertEquals(1, hashes.size());
        assertEquals(1, schemas.size());
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"EVERY_ROUND", "DAILY_STRATEGY"})
    void underTheGuardsNoDateAndNoTruePriceStandsAnywhere(Mode mode) {
        for (int i = 0; i < TOWNS; i++) {
            ScriptedModel model = ScriptedModel.bargaining(0.2);
            ResolvedScenario town = SmallTown.random(6, SEED + i, 10);
            List<RunEvent> events = run(model, LanguageConditions.guards(mode, new Guards(true, 1.37)), town);
            noTruePrice(model, events);
        }
    }

    @Test
    void underTheGuardsSharedWordsGiveNothingAwayEither() {
        ScriptedModel model = ScriptedModel.negotiating();
        List<RunEvent> events = run(
                model, LanguageConditions.sharingWithAggregator(Mode.EVERY_ROUND, -1, new Guards(true, 1.37)),
                SmallTown.random(6, SEED, 10));
        assertTrue(model.texts().stream().anyMatch(text -> text.contains("the_other_side_said")));
        noTruePrice(model, events);
    }

    private static void noTruePrice(ScriptedModel model, List<RunEvent> events) {
        Set<String> real = new HashSet<>();
        Set<String> scaled = new HashSet<>();
        for (RunEvent event : events) {
            if (event instanceof RunEvent.OpportunityOpened opened) {
                note(opened.opportunity().forecastPrice(), real, scaled);
            } else if (event instanceof RunEvent.MessageSent sent) {
                Terms terms = Performative.terms(sent.message());
                if (terms != null) {
                    note(terms.pricePerMwh(), real, scaled);
                }
            }
        }
        real.removeAll(scaled);
        assertTrue(real.size() > 10, "too few prices to mean anything");
        for (String text : model.texts()) {
            assertFalse(text.contains("2023") || text.contains("Aug"), text);
            for (String price : real) {
                assertFalse(text.contains(" " + price + " $/M"), () -> price + " in " + text);
            }
        }
    }

    private static void note(double price, Set<String> real, Set<String> scaled) {
        real.add(String.format(Locale.ROOT, "%.2f", price));
        for (double near = -0.01; near < 0.02; near += 0.01) {
            scaled.add(String.format(Locale.ROOT, "%.2f", price * 1.37 + near));
        }
    }

    /** A rule home names its true cost for the reader; the aggregator's model must not read it. */
    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"EVERY_ROUND", "DAILY_STRATEGY"})
    void sharedWordsAreNeverThoseOfRules(Mode mode) {
        ScriptedModel model = ScriptedModel.negotiating();
        run(model, LanguageConditions.sharingWithAggregator(mode, 2, Guards.NONE), SmallTown.random(6, SEED, 10));
        Set<String> heard = new TreeSet<>();
        int tables = 0;
        for (Question question : model.asked()) {
            if (question.origin().agent().equals(Envelope.AGGREGATOR)) {
                tables++;
                SAYS.matcher(question.prompt().turns().getFirst().text()).results().forEach(m -> heard.add(m.group(1)));
            }
        }
        assertTrue(tables > 10, "tables: " + tables);
        assertEquals(mode == Mode.EVERY_ROUND, !heard.isEmpty(), heard::toString);
        assertTrue(Set.of("home-001", "home-002").containsAll(heard), heard::toString);
    }

    @Test
    void nobodysWordsReachAPromptUnlessTheyAreShared() {
        ScriptedModel model = ScriptedModel.bargaining(0.1);
        List<RunEvent> events = run(model, LanguageConditions.DEFAULT, SmallTown.random(6, SEED, 10));
        Set<String> words = new HashSet<>();
        for (RunEvent event : events) {
            if (event instanceof RunEvent.MessageSent sent && sent.message().envelope().sender().equals(Envelope.AGGREGATOR)) {
                words.add(sent.message().envelope().rationale());
            }
        }
        assertTrue(words.size() > 10);
        for (Question question : model.asked()) {
            String text = question.prompt().turns().getFirst().text();
            words.forEach(said -> assertFalse(text.contains(said), said));
        }
    }
}
