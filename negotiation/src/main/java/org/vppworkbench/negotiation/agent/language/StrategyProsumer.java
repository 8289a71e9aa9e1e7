package org.vppworkbench.negotiation.agent.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.Refusal;
import org.vppworkbench.model.message.NegotiationMessage.RefusalReason;
import org.vppworkbench.model.physics.BindingConstraint;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.persona.HomeBriefing;
import org.vppworkbench.negotiation.protocol.BudgetSpentException;
import org.vppworkbench.negotiation.protocol.Preparation;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;
import org.vppworkbench.negotiation.protocol.Stage;

/**
 * Homes whose model is asked once per local day of delivery for a strategy that the rule agent carries out. The numbers of
 * the messages are the rule's, so they are labelled {@code RULE}; the hash on the envelope leads to the strategy, and the
 * first message of a negotiation says it in words. A model without a usable strategy leaves its day to the plain rules; that
 * is on record once, at the first turn of the day. A strategy the budget had no room for ends every negotiation of its day.
 */
public final class StrategyProsumer implements ProsumerPolicy, Preparation {
    private final ProsumerPolicy rules;
    private final DecisionLoop loop;
    private final HomeBriefing briefing;
    private final Map<String, Asking<DayStrategy>> days = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private MessageSource spoke = MessageSource.RULE;
    private CancelToken cancel = CancelToken.NEVER;

    /**
     * @param rules the rule agent
     */
    public StrategyProsumer(
            ProsumerPolicy rules, LanguageModel model, HomeBriefing briefing, LanguageSettings settings) {
        this.rules = rules;
        this.loop = new DecisionLoop(model, Samplings.of(settings));
        this.briefing = briefing;
    }

    /** The model where it failed to give a strategy, else the rule. */
    @Override
    public MessageSource source(ProsumerTurn turn) {
        return spoke;
    }

    /** The model at the first turn of a day: the strategy is one decision, however many messages it makes. */
    @Override
    public MessageSource asked(ProsumerTurn turn) {
        return told.contains(key(turn)) ? MessageSource.RULE : MessageSource.LLM;
    }

    @Override
    public void prepare(List<ProsumerTurn> turns, CancelToken token) {
        cancel = token;
        List<ProsumerTurn> first = new ArrayList<>();
        for (ProsumerTurn turn : turns) {
            if (!days.containsKey(key(turn))) {
                first.add(turn);
            }
        }
        List<Asking<DayStrategy>> answers = SideBySide.map(first, this::think, token);
        for (int i = 0; i < first.size(); i++) {
            days.put(key(first.get(i)), answers.get(i));
        }
    }

    @Override
    public Optional<NegotiationMessage> reply(ProsumerTurn turn) {
        Asking<DayStrategy> asking = asking(turn);
        if (told.add(key(turn)) && asking.first() instanceof Outcome.Failed) {
            return spoken(turn, asking.first(), asking.second() == null);
        }
        Outcome<DayStrategy> second = asking.second();
        return carriedOut(turn, second == null ? asking.first() : second);
    }

    @Override
    public Optional<NegotiationMessage> retry(ProsumerTurn turn, GateVerdict verdict) {
        Outcome<DayStrategy> second = asking(turn).second();
        if (second == null) {
            return carriedOut(turn, asking(turn).first());
        }
        return verdict.check().equals(Asking.CHECK) ? spoken(turn, second, true) : carriedOut(turn, second);
    }

    /** The reply of a try, or its failure in the name of the model. */
    private Optional<NegotiationMessage> spoken(ProsumerTurn turn, Outcome<DayStrategy> outcome, boolean last) {
        spoke = MessageSource.LLM;
        Asking.decided(outcome, turn.desk().prosumer(), last);
        return carriedOut(turn, outcome);
    }

    private Optional<NegotiationMessage> carriedOut(ProsumerTurn turn, Outcome<DayStrategy> outcome) {
        if (outcome instanceof Outcome.Spent<DayStrategy> spent) {
            throw new BudgetSpentException(turn.desk().prosumer(), spent.words());
        }
        spoke = MessageSource.RULE;
        if (!(outcome instanceof Outcome.Decided<DayStrategy> decided)) {
            return rules.reply(turn);
        }
        DayStrategy strategy = decided.decision();
        if (!strategy.takesPart() && turn.stage() == Stage.CALLED) {
            Envelope envelope = envelope(turn, turn.callId(), strategy.words(), decided.rawHash());
            return Optional.of(new Refusal(envelope, RefusalReason.OWNER, BindingConstraint.NONE));
        }
        return rules.reply(turn.withDesk(new StrategyDesk(turn.desk(), strategy, turn.opportunity().product())))
                .map(message -> signed(turn, message, strategy, decided.rawHash()));
    }

    private static NegotiationMessage signed(
            ProsumerTurn turn, NegotiationMessage message, DayStrategy strategy, String rawHash) {
        Envelope plain = message.envelope();
        String words = plain.rationale() + (turn.stage() == Stage.CALLED ? " " + strategy.words() : "");
        return message.withEnvelope(envelope(turn, plain.inReplyTo(), words, rawHash));
    }

    private static Envelope envelope(
            ProsumerTurn turn, @Nullable String inReplyTo, String words, String rawHash) {
        return turn.letterhead().envelope(
                Envelope.AGGREGATOR, inReplyTo, turn.deadlineRound(), words, MessageSource.RULE, rawHash);
    }

    private Asking<DayStrategy> asking(ProsumerTurn turn) {
        return days.computeIfAbsent(key(turn), k -> think(turn));
    }

    private String key(ProsumerTurn turn) {
        return turn.desk().prosumer() + " " + day(turn);
    }

    private int day(ProsumerTurn turn) {
        return briefing.figures().dayNumber(turn.opportunity().hour());
    }

    private Asking<DayStrategy> think(ProsumerTurn turn) {
        StrategyReader reader = new StrategyReader(briefing, turn.rules().capPerMwh(Product.ENERGY));
        Origin origin = new Origin(turn.desk().prosumer(), "day " + day(turn), 0, 0, 0, 0);
        return Asking.safely(origin, () -> {
            Outcome<DayStrategy> first = ask(new Talk(origin, briefing.strategy(turn)), reader);
            return Asking.mended(first, words -> ask(first.talk().again(briefing.repair(Asking.CHECK, words)), reader));
        });
    }

    private Outcome<DayStrategy> ask(Talk talk, StrategyReader reader) {
        return loop.decide(talk, briefing.strategySchema(), reader, cancel);
    }
}
