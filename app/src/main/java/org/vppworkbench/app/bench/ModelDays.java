package org.vppworkbench.app.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.vppworkbench.app.experiment.MechanismCatalogue;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.LanguageSettings.Mode;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.Mechanism;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.language.Usage;
import org.vppworkbench.negotiation.llm.GatewaySurroundings;
import org.vppworkbench.negotiation.llm.ModelGateway;
import org.vppworkbench.negotiation.llm.settings.GatewaySettings;
import org.vppworkbench.negotiation.llm.settings.Secret;
import org.vppworkbench.negotiation.mechanism.LanguageMechanisms;
import org.vppworkbench.negotiation.standin.BargainingResponder;
import org.vppworkbench.negotiation.standin.NegotiatingResponder;
import org.vppworkbench.negotiation.standin.StandInServer;
import org.vppworkbench.sample.SampleLibrary;

/**
 * What an agreement costs in tokens, in each mode: days of the sample fleet from 16 August 2023, the busiest of the week, with
 * rules in the place of the models. An agreement is a contract of one home for one product and hour.
 */
final class ModelDays {
    private static final LocalDate FROM = LocalDate.of(2023, 8, 16);
    private static final String MODEL = "stand-in";

    private final int days;
    private final CancelToken cancel;

    ModelDays(int days, CancelToken cancel) {
        this.days = days;
        this.cancel = cancel;
    }

    /** One way to let models take part. */
    private record Condition(String words, String mechanism, Mode mode, int homes, boolean aggregator, double leastStakeUsd) {}

    private static final List<Condition> CONDITIONS = List.of(
            new Condition("every round, all homes and the aggregator", LanguageMechanisms.LLM, Mode.EVERY_ROUND, -1, true, 0),
            new Condition("every round, all homes, rule aggregator, stakes of 1 $", LanguageMechanisms.LLM, Mode.EVERY_ROUND, -1, false, 1),
            new Condition("every round, 5 homes, rule aggregator", LanguageMechanisms.LLM, Mode.EVERY_ROUND, 5, false, 0),
            new Condition("batched, all homes and the aggregator", LanguageMechanisms.LLM, Mode.BATCHED, -1, true, 0),
            new Condition("batched, all homes, rule aggregator", LanguageMechanisms.LLM, Mode.BATCHED, -1, false, 0),
            new Condition("daily strategy, all homes, rule aggregator", LanguageMechanisms.LLM, Mode.DAILY_STRATEGY, -1, false, 0),
            new Condition("one model alone", LanguageMechanisms.LLM_SINGLE, Mode.EVERY_ROUND, -1, true, 0),
            new Condition("one model alone, stakes of 1 $", LanguageMechanisms.LLM_SINGLE, Mode.EVERY_ROUND, -1, true, 1));

    void measure(Consumer<BenchRow> out) {
        for (Condition condition : CONDITIONS) {
            cancel.check("the day under " + condition.words());
            measure(condition, out);
        }
    }

    private void measure(Condition condition, Consumer<BenchRow> out) {
        try (StandInServer server = StandInServer.saying(new NegotiatingResponder(new BargainingResponder(0)))) {
            LanguageSettings settings = settings(condition, server);
            GatewaySettings way = GatewaySettings.of(settings, Objects.requireNonNull(Secret.of("key-of-the-stand-in")));
            try (ModelGateway gateway =
                    ModelGateway.live(way, GatewaySurroundings.of("bench", Origin::subject)).orThrow()) {
                Mechanism mechanism = MechanismCatalogue.standard()
                        .byModel(condition.mechanism()).orElseThrow().of(gateway, settings);
                RunRecord record = mechanism.run(scenario(condition, settings), event -> {}, ProgressSink.NONE, cancel);
                cancel.check("the figures of " + condition.words());
                tell(condition, record, gateway, out);
            }
        }
    }

    private static void tell(Condition condition, RunRecord record, ModelGateway gateway, Consumer<BenchRow> out) {
        Usage use = gateway.accounting().run().usage();
        int agreements = record.offers().stream().mapToInt(offer -> offer.contracts().size()).sum();
        String what = condition.words();
        out.accept(one(what + ": tokens per agreement", use.totalTokens() / (double) Math.max(1, agreements), "tokens"));
        out.accept(one(what + ": agreements", agreements, "contracts"));
        out.accept(one(what + ": requests", gateway.accounting().requests(), "requests"));
    }

    private static BenchRow one(String what, double value, String unit) {
        return new BenchRow(what, value, value, value, unit);
    }

    private static LanguageSettings settings(Condition condition, StandInServer server) {
        LanguageSettings usual = LanguageSettings.of("gemini", MODEL, server.geminiBase());
        return new LanguageSettings(
                usual.provider(), usual.model(), usual.endpoint(), condition.mode(), condition.homes(), condition.aggregator(),
                usual.tool(), usual.toolNoise(), usual.persona(), usual.paraphrase(), usual.order(), usual.shareRationales(),
                condition.leastStakeUsd(), usual.guards(), usual.sampling(), usual.budget());
    }

    private ResolvedScenario scenario(Condition condition, LanguageSettings settings) {
        Scenario scenario = new Scenario(
                SampleLibrary.LOS_ANGELES_2023_08, FROM, days, SampleLibrary.LOS_ANGELES_20, Requirement.LOS_ANGELES_20, 0.25,
                "rule", AgentSettings.DEFAULT, SatisfactionSettings.DEFAULT, 1, 1);
        return ScenarioResolver.resolve(
                        scenario.withMechanism(condition.mechanism(), settings),
                        SampleLibrary.fleet(SampleLibrary.LOS_ANGELES_20).orThrow(),
                        SampleLibrary.load(SampleLibrary.LOS_ANGELES_2023_08).orThrow())
                .orThrow();
    }
}
