package org.vppworkbench.negotiation.agent.language;

import java.util.List;
import java.util.function.Function;
import org.vppworkbench.model.event.EventLog;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.message.NegotiationMessage.ProtocolViolation;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.AgentSettings.Gate;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.LanguageSettings.Mode;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.negotiation.FakeModel;
import org.vppworkbench.negotiation.SmallTown;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.mechanism.LanguageMechanisms;
import org.vppworkbench.negotiation.standin.BargainingResponder;
import org.vppworkbench.negotiation.standin.NegotiatingResponder;

/** Days of a small town whose homes have the desks of a run, with models that say odd things. */
final class OddReplyDays {
    private static final NegotiatingResponder HONEST = new NegotiatingResponder(new BargainingResponder(0));

    /** Every way a model is asked. */
    enum Form {
        EVERY_ROUND("llm", Mode.EVERY_ROUND, -1, false),
        BATCHED("llm", Mode.BATCHED, -1, false),
        DAILY("llm", Mode.DAILY_STRATEGY, -1, false),
        AGGREGATOR("llm", Mode.EVERY_ROUND, 0, true),
        SINGLE("llm-single", Mode.EVERY_ROUND, -1, true);

        final String id;
        final Mode mode;
        final int homes;
        final boolean aggregator;

        Form(String id, Mode mode, int homes, boolean aggregator) {
            this.id = id;
            this.mode = mode;
            this.homes = homes;
            this.aggregator = aggregator;
        }

        private LanguageSettings settings() {
            LanguageSettings d = LanguageSettings.of("gemini", "fake", null);
            return new LanguageSettings(
                    d.provider(), d.model(), null, mode, homes, aggregator, d.tool(), 0, d.persona(), 1, d.order(), false, 0,
                    d.guards(), d.sampling(), d.budget());
        }
    }

    /** A day as it was recorded. */
    record Day(RunRecord record, List<RunEvent> events, FakeModel model) {
        List<String> refusedBy() {
            return events.stream()
                    .filter(RunEvent.MessageSent.class::isInstance)
                    .map(event -> ((RunEvent.MessageSent) event).message())
                    .filter(ProtocolViolation.class::isInstance)
                    .map(m -> ((ProtocolViolation) m).rule())
                    .toList();
        }
    }

    private OddReplyDays() {}

    /** What a rule answers in the place of a model. */
    static String honest(Question question) {
        return HONEST.reply(question.prompt().system(), question.prompt().turns());
    }

    static Day run(Form form, Gate gate, long seed, Function<Question, String> says) {
        FakeModel model = new FakeModel(says);
        EventLog log = new EventLog();
        RunRecord record = LanguageMechanisms.byId(form.id, model, form.settings(), new MeritOrderCoalition())
                .run(town(seed, gate), log, ProgressSink.NONE, CancelToken.NEVER);
        return new Day(record, log.range(0, log.size()).stream().map(LoggedEvent::event).toList(), model);
    }

    private static ResolvedScenario town(long seed, Gate gate) {
        ResolvedScenario plain = SmallTown.random(5, seed, 10);
        AgentSettings d = AgentSettings.DEFAULT;
        AgentSettings agents = new AgentSettings(
                d.rounds(), d.aggregatorOpeningShare(), d.aggregatorFinalShare(), d.aggregatorConcessionExponent(),
                d.postedPriceShare(), gate);
        return new ResolvedScenario(
                plain.scenario().withAgents(agents), plain.fleet(), plain.inputs(), plain.behaviours(), plain.skipped(),
                plain.provenance());
    }
}
