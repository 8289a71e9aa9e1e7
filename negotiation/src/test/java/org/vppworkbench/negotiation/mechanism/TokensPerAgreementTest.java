package org.vppworkbench.negotiation.mechanism;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.event.EventLog;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.LanguageSettings.Mode;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.negotiation.FakeModel;
import org.vppworkbench.negotiation.SmallTown;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.standin.BargainingResponder;
import org.vppworkbench.negotiation.standin.NegotiatingResponder;

/**
 * What modes cost in tokens, by an estimate of four characters a token, on the same day with a rule in the model's place. The
 * table is printed; what is checked is their order, and that the modes meant for it stay below {@link #AIM}.
 */
class TokensPerAgreementTest {
    private static final double CHARACTERS_PER_TOKEN = 4;

    /** Tokens per agreement that a run should cost at most, where not every home talks in every round. */
    private static final double AIM = 1500;
    private static final NegotiatingResponder SPEAKER = new NegotiatingResponder(new BargainingResponder(0));

    private record Cost(String name, int questions, double tokens, double system, int agreements) {
        double perAgreement() {
            return tokens / Math.max(agreements, 1);
        }
    }

    private static LanguageSettings settings(Mode mode, int homes, boolean aggregator) {
        LanguageSettings d = LanguageSettings.of("gemini", "fake", null);
        return new LanguageSettings(
                d.provider(), d.model(), null, mode, homes, aggregator, d.tool(), 0, d.persona(), 1, d.order(), false, 0,
                d.guards(), d.sampling(), d.budget());
    }

    private static Cost cost(String name, String id, LanguageSettings settings, ResolvedScenario town) {
        LongAdder characters = new LongAdder();
        LongAdder system = new LongAdder();
        FakeModel model = new FakeModel(q -> {
            String reply = SPEAKER.reply(q.prompt().system(), q.prompt().turns());
            characters.add(length(q) + reply.length());
            system.add(q.prompt().system().length());
            return reply;
        });
        RunRecord record = LanguageMechanisms.byId(id, model, settings, new MeritOrderCoalition())
                .run(town, new EventLog(), ProgressSink.NONE, CancelToken.NEVER);
        int agreements = record.offers().stream().mapToInt(offer -> offer.contracts().size()).sum();
        return new Cost(
                name, model.asked().size(), characters.sum() / CHARACTERS_PER_TOKEN, system.sum() / CHARACTERS_PER_TOKEN,
                agreements);
    }

    private static long length(Question question) {
        long turns = question.prompt().turns().stream().mapToLong(turn -> turn.text().length()).sum();
        return turns + question.prompt().system().length() + question.schema().json().length();
    }

    @Test
    void leversSaveTokens() throws IOException {
        DocumentedModes page = DocumentedModes.read();
        ResolvedScenario town = SmallTown.random(20, 20230816, 30);
        List<Cost> costs = new ArrayList<>();
        costs.add(cost("every round, homes and aggregator", "llm", settings(Mode.EVERY_ROUND, -1, true), town));
        costs.add(cost("every round, 5 homes, rule aggregator", "llm", settings(Mode.EVERY_ROUND, 5, false), town));
        costs.add(cost("batched, homes and aggregator", "llm", settings(Mode.BATCHED, -1, true), town));
        costs.add(cost("strategy of the day, rule aggregator", "llm", settings(Mode.DAILY_STRATEGY, -1, false), town));
        costs.add(cost("aggregator alone, rule homes", "llm", settings(Mode.EVERY_ROUND, 0, true), town));
        costs.add(cost("`llm-single`", "llm-single", settings(Mode.EVERY_ROUND, -1, true), town));
        System.out.println("mode, questions, agreements, tokens per agreement (estimated), of it instructions");
        for (Cost c : costs) {
            System.out.printf(
                    Locale.ROOT, "%s, %d, %d, %.0f, %.0f%n", c.name(), c.questions(), c.agreements(), c.perAgreement(),
                    c.system() / Math.max(c.agreements(), 1));
            assertTrue(c.agreements() > 10, c::name);
            page.has(c.name(), c.questions(), c.agreements(), c.perAgreement(), c.system() / c.agreements());
        }
        double everyRound = costs.get(0).perAgreement();
        assertTrue(costs.get(2).perAgreement() < everyRound / 2, "many homes in one request share its instructions");
        assertTrue(costs.get(3).perAgreement() < everyRound / 2, "one question a day");
        assertTrue(costs.get(5).perAgreement() < costs.get(2).perAgreement(), "nobody talks");
        for (Cost frugal : costs.subList(3, costs.size())) {
            assertTrue(frugal.perAgreement() < AIM, () -> frugal.name() + " costs " + frugal.perAgreement());
        }
        assertTrue(costs.get(3).perAgreement() < 100, "the strategy of a day is told once");
    }
}
