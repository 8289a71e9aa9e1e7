package org.vppworkbench.negotiation.agent.language;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.message.NegotiationMessage.RefusalReason;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.LanguageSettings.Tool;
import org.vppworkbench.negotiation.persona.Fence;
import org.vppworkbench.negotiation.persona.HomeAction;
import org.vppworkbench.negotiation.persona.HomeBriefing;
import org.vppworkbench.negotiation.persona.RecordedWords;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;

/** Reads the replies of one home's model in one decision: its tools are answered, anything else is its decision. */
final class HomeReader implements Interpreter<HomeDecision> {
    private static final int MOST_ID = 200;
    private static final double MOST_PRICE = 1e9;

    private static final Set<String> FIELDS =
            Set.of("action", "kw", "price_usd_per_mwh", "reason", "round", "offer", "rationale");

    private final ProsumerTurn turn;
    private final HomeBriefing briefing;
    private final LanguageHomeTools tools;
    private final Tool tool;
    private final List<HomeAction> offered;
    private int answers;

    /**
     * @param offered actions the question named
     * @param answers tool answers that came before in this decision
     */
    HomeReader(
            ProsumerTurn turn, HomeBriefing briefing, LanguageHomeTools tools, Tool tool, List<HomeAction> offered, int answers) {
        this.turn = turn;
        this.briefing = briefing;
        this.tools = tools;
        this.tool = tool;
        this.offered = List.copyOf(offered);
        this.answers = answers;
    }

    @Override
    public Move<HomeDecision> read(ReplyObject reply) throws ReplyFault {
        reply.only(FIELDS);
        HomeAction action = reply.choice("action", HomeAction.class, offered);
        String rationale = reply.text("rationale", RecordedWords.MOST_SAID);
        stated(reply);
        return switch (action) {
            case WHAT_IF -> {
                if (tool == Tool.NONE) {
                    throw new ReplyFault("action = WHAT_IF, but there is no such tool");
                }
                yield answer(List.of(tools.whatIf(turn, quantity(reply))));
            }
            case HISTORY -> answer(tools.history(turn));
            case FORECAST -> answer(tools.forecast(turn));
            case PROPOSE, COUNTER -> decided(action, quantity(reply), price(reply), null, rationale);
            case REFUSE -> decided(action, 0, 0, reply.choice("reason", RefusalReason.class), rationale);
            case ACCEPT, REJECT, WITHDRAW, STAND -> decided(action, 0, 0, null, rationale);
        };
    }

    /** A reply that names a round or an offer must name the right one. */
    private void stated(ReplyObject reply) throws ReplyFault {
        Double round = reply.optionalNumber("round");
        if (round != null && round != turn.round()) {
            throw new ReplyFault("round = " + round + ", must be " + turn.round());
        }
        String named = reply.text("offer", MOST_ID);
        Offer counter = turn.counter();
        Fence fence = briefing.fence();
        String standing = counter == null ? "" : fence.clean(counter.messageId(), counter.messageId().length());
        boolean right = named.isEmpty() || (counter != null && (named.equals(standing) || named.equals(counter.messageId())));
        if (!right) {
            throw new ReplyFault("offer = " + ReplyObject.shown(named) + ", but "
                    + (counter == null ? "no counter-offer stands" : "the standing offer is " + standing));
        }
    }

    private static double quantity(ReplyObject reply) throws ReplyFault {
        return reply.number("kw", 0, Findings.MAX_KW);
    }

    private double price(ReplyObject reply) throws ReplyFault {
        return briefing.figures().unscaled(reply.number("price_usd_per_mwh", -MOST_PRICE, MOST_PRICE));
    }

    private Move<HomeDecision> answer(List<String> lines) {
        answers++;
        String last = answers >= DecisionLoop.MOST_TOOL_STEPS ? " (no more tool answers, decide now)" : "";
        return new Move.Tool<>(briefing.fence().block(lines) + "\nYour reply" + last + ":");
    }

    private Move<HomeDecision> decided(
            HomeAction action, double kw, double price, @Nullable RefusalReason reason, String rationale) {
        RefusalReason stated = reason == null ? RefusalReason.NOT_WORTHWHILE : reason;
        return new Move.Decided<>(
                new HomeDecision(action, kw, price, stated, briefing.fence().clean(rationale, RecordedWords.MOST_KEPT_OF_HOME)));
    }
}
