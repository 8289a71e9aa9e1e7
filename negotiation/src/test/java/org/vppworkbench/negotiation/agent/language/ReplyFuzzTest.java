package org.vppworkbench.negotiation.agent.language;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.AgentSettings.Gate;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.simulation.TraderBrief;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.LanguageConditions;
import org.vppworkbench.negotiation.TestDesk;
import org.vppworkbench.negotiation.TestSession;
import org.vppworkbench.negotiation.agent.ProsumerAgent;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.gate.MessageFuzz;
import org.vppworkbench.negotiation.gate.MessageGate;
import org.vppworkbench.negotiation.gate.PassedMessages;
import org.vppworkbench.negotiation.gate.Submission;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.language.ModelIdentity;
import org.vppworkbench.negotiation.language.Provenance;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.Sampling;
import org.vppworkbench.negotiation.language.Usage;
import org.vppworkbench.negotiation.persona.BatchBriefing;
import org.vppworkbench.negotiation.persona.Figures;
import org.vppworkbench.negotiation.persona.HomeBriefing;
import org.vppworkbench.negotiation.persona.PromptLibrary;
import org.vppworkbench.negotiation.protocol.AgentFailure;
import org.vppworkbench.negotiation.protocol.AggregatorReplies;
import org.vppworkbench.negotiation.protocol.AggregatorTurn;
import org.vppworkbench.negotiation.protocol.Letterhead;
import org.vppworkbench.negotiation.protocol.Performative;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;
import org.vppworkbench.negotiation.protocol.UnusableReplyException;
import org.vppworkbench.negotiation.single.SingleModelTrader;

/**
 * A million texts of models (400,000 in every build) through the readers of replies and the gate, in all forms a reply has.
 * What passes is judged again by {@link PassedMessages}. Nothing but the one typed exception ever comes out.
 */
class ReplyFuzzTest {
    private static final int TEXTS = Math.min(400_000 * Integer.getInteger("vpp.random.scale", 1), 1_000_000);
    private static final Horizon DAY = new Horizon(LocalDate.of(2023, 8, 16), 1, Horizon.LOS_ANGELES);
    private static final LanguageSettings SETTINGS = LanguageConditions.DEFAULT;
    private static final Figures FIGURES = new Figures(DAY, SETTINGS.guards());
    private static final PromptLibrary LIBRARY = new PromptLibrary();
    private static final HomeBriefing BRIEFING = new HomeBriefing(LIBRARY, SETTINGS, FIGURES, 5);
    private static final List<String> HOMES = List.of("home-001", "home-002");

    /** Says the next text, and counts it. */
    private static final class Babbler implements LanguageModel {
        private Supplier<String> next = () -> "";
        private int said;
        private String last = "";

        @Override
        public Answer ask(Question question, CancelToken cancel) {
            said++;
            last = next.get();
            return new Answer.Said(last, Usage.NONE, new Provenance("m", "m", "nowhere", "0", false));
        }

        @Override
        public ModelIdentity identity() {
            return new ModelIdentity("gemini", "m", "nowhere", false, false);
        }
    }

    private final ReplyFuzz fuzz = new ReplyFuzz(20230816);
    private final MessageFuzz situations = new MessageFuzz(816);
    private final Babbler model = new Babbler();
    private final Map<String, Integer> passed = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();

    @Test
    void nothingThatMustNotPassPassesAndNothingElseIsThrown() {
        ProsumerPolicy single = new LanguageProsumer(model, BRIEFING, SETTINGS, 5);
        ProsumerPolicy batched = new BatchedProsumer(
                model, BRIEFING, new BatchBriefing(LIBRARY, SETTINGS, BRIEFING, 5), SETTINGS, 5);
        ProsumerAgent rules = new ProsumerAgent(new Wording(DAY));
        while (model.said < TEXTS) {
            Gate strength = Gate.values()[fuzz.number(2)];
            Submission situation = situations.next();
            boolean aggregator = situation.letterhead().sender().equals("aggregator");
            try {
                if (aggregator) {
                    aggregator(situation, strength);
                } else {
                    switch (fuzz.number(20)) {
                        case 0 -> sale();
                        case 1, 2 -> home("strategy", new StrategyProsumer(rules, model, BRIEFING, SETTINGS), situation, strength);
                        case 3, 4, 5, 6, 7 -> home("batched", batched, situation, strength);
                        default -> home("home", single, situation, strength);
                    }
                }
            } catch (RuntimeException e) {
                throw new AssertionError("text " + model.said + ": " + model.last, e);
            }
        }
        for (String kind : List.of(
                "home PROPOSAL", "home COUNTER_OFFER", "home ACCEPTANCE", "home REJECTION", "home REFUSAL", "home WITHDRAWAL",
                "batched PROPOSAL", "batched ACCEPTANCE", "strategy PROPOSAL", "aggregator COUNTER_OFFER",
                "aggregator ACCEPTANCE", "aggregator REJECTION", "sale")) {
            assertTrue(passed.getOrDefault(kind, 0) > TEXTS / 4000, "too few passed: " + kind + " of " + passed);
        }
        for (String check : List.of("model", "schema", "performative", "physics", "price-cap", "reservation", "price-floor", "agent")) {
            assertTrue(refused.getOrDefault(check, 0) > TEXTS / 4000, "too few refused: " + check + " of " + refused);
        }
        System.out.println("replies: " + model.said + ", passed " + passed + ", refused " + refused);
    }

    private void home(String form, ProsumerPolicy policy, Submission s, Gate strength) {
        TestDesk desk = (TestDesk) s.desk();
        boolean moody = fuzz.number(10) == 0;
        ProsumerDesk asked = moody ? new MoodyDesk(desk) : desk;
        double price = Math.max(s.letterhead().opportunity().forecastPrice(), desk.perMwh());
        int round = s.letterhead().round();
        model.next = () -> switch (form) {
            case "strategy" -> fuzz.strategy();
            case "batched" -> fuzz.batched(HOMES, desk.mostKw() / 2, price, round);
            default -> fuzz.home(desk.mostKw() / 2, price, round);
        };
        ProsumerTurn turn = new ProsumerTurn(
                asked, s.letterhead().opportunity(), s.rules(), s.letterhead(), s.deadlineRound(), s.conversation().stage(),
                "ENERGY@18/r0/aggregator>all", s.conversation().ask(), s.conversation().counter(), s.lastWord());
        try {
            GateVerdict verdict = judged(form, () -> policy.reply(turn), policy, turn, s, strength);
            if (!verdict.passed()) {
                judged(form, () -> policy.retry(turn, verdict), policy, turn, s, strength);
            }
        } catch (ArithmeticException failure) {
            assertTrue(moody, "no agent fails over a reply");
            refused.merge(AgentFailure.verdict("home-001", failure).check(), 1, Integer::sum);
        }
    }

    /** A desk that cannot say what very little costs, and now and then refuses. */
    private record MoodyDesk(TestDesk desk) implements ProsumerDesk {
        @Override
        public String prosumer() {
            return desk.prosumer();
        }

        @Override
        public Behaviour behaviour() {
            return desk.behaviour();
        }

        @Override
        public Double priceFloorPerMwh() {
            return desk.priceFloorPerMwh();
        }

        @Override
        public int contractsThatDay() {
            return desk.contractsThatDay();
        }

        @Override
        public WhatIfResult most() {
            return desk.most();
        }

        @Override
        public WhatIfResult whatIf(double kw) {
            if (kw < 0.05) {
                throw new ArithmeticException("a cost per nothing");
            }
            return desk.whatIf(kw * 1000 % 3 < 1 ? 0 : kw);
        }
    }

    private GateVerdict judged(
            String form, Supplier<Optional<NegotiationMessage>> ask, ProsumerPolicy policy, ProsumerTurn turn, Submission s,
            Gate strength) {
        try {
            NegotiationMessage message = ask.get().orElse(null);
            return message == null
                    ? GateVerdict.PASSED
                    : judge(form, new Submission(
                            message, policy.source(turn), s.rules(), s.letterhead(), s.conversation(), turn.desk(),
                            s.deadlineRound(), s.leftKw(), s.lastWord()), strength);
        } catch (UnusableReplyException unusable) {
            refused.merge(unusable.verdict().check(), 1, Integer::sum);
            return unusable.verdict();
        }
    }

    private GateVerdict judge(String form, Submission submission, Gate strength) {
        GateVerdict verdict = new MessageGate(strength).judge(submission);
        if (verdict.passed()) {
            PassedMessages.inspect(submission, strength, model.last + " made " + submission.message());
            passed.merge(form + " " + Performative.of(submission.message()), 1, Integer::sum);
        } else {
            refused.merge(verdict.check(), 1, Integer::sum);
        }
        return verdict;
    }

    private void aggregator(Submission s, Gate strength) {
        AggregatorTurn turn = new AggregatorTurn(
                s.letterhead().opportunity(), s.rules(), AgentSettings.DEFAULT,
                new Letterhead(s.letterhead().opportunity(), s.letterhead().round(), "aggregator", 0), s.deadlineRound(),
                List.of(s.conversation().position()), false);
        double kw = s.conversation().ask() == null ? 5 : s.conversation().ask().terms().kw();
        model.next = () -> fuzz.aggregator(HOMES, kw, Math.abs(turn.topPrice()) / 2);
        LanguageAggregator aggregator = new LanguageAggregator(
                new DecisionLoop(model, Sampling.REPEATABLE), LIBRARY, SETTINGS, FIGURES, new MeritOrderCoalition(), 5);
        AggregatorReplies replies;
        try {
            replies = aggregator.speak(turn, CancelToken.NEVER);
        } catch (UnusableReplyException unusable) {
            refused.merge(unusable.verdict().check(), 1, Integer::sum);
            return;
        }
        for (NegotiationMessage message : replies.messages()) {
            judge("aggregator", new Submission(
                    message, MessageSource.LLM, s.rules(), turn.letterhead(), s.conversation(), s.desk(), s.deadlineRound(),
                    turn.leftKw(), false), strength);
        }
    }

    /** One model for all: what is sold is what its readers and its gate let through. */
    private void sale() {
        TestDesk first = TestDesk.of("home-001", 6, 100);
        TestDesk second = TestDesk.of("home-002", 4, 90).floor(140);
        model.next = () -> fuzz.single(HOMES, 3, 200);
        TraderBrief brief = new TraderBrief(DAY, MarketRules.RESEARCH, AgentSettings.DEFAULT, 7);
        List<Contract> contracts = new SingleModelTrader(
                        brief, new MeritOrderCoalition(), new DecisionLoop(model, Sampling.REPEATABLE), LIBRARY, SETTINGS)
                .trade(TestSession.of(8, 400, first, second))
                .contracts();
        double sum = 0;
        for (Contract contract : contracts) {
            boolean one = contract.prosumer().equals("home-001");
            assertTrue(contract.kw() > 0 && contract.kw() <= (one ? 6 : 4) + 1e-5, "infeasible: " + contract);
            assertTrue(
                    contract.pricePerMwh() >= (one ? 100 : 140) - 1e-5 && contract.pricePerMwh() <= 400 + 1e-5,
                    "price: " + contract);
            sum += contract.kw();
            passed.merge("sale", 1, Integer::sum);
        }
        assertTrue(sum <= 8 + 1e-5, "more than is needed: " + contracts);
    }
}
