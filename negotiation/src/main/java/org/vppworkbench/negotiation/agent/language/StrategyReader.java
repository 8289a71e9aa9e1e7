package org.vppworkbench.negotiation.agent.language;

import org.vppworkbench.negotiation.persona.HomeBriefing;
import org.vppworkbench.negotiation.persona.RecordedWords;

/** Reads a strategy; every number within its range, or nothing. */
record StrategyReader(HomeBriefing briefing, double capPerMwh) implements Interpreter<DayStrategy> {
    private static final double LEAST_SHARE = 0.01;

    @Override
    public Move<DayStrategy> read(ReplyObject reply) throws ReplyFault {
        reply.only(DayStrategy.FIELDS);
        double most = Math.max(briefing.figures().shown(capPerMwh), 0);
        return new Move.Decided<>(new DayStrategy(
                reply.flag("take_part"),
                reply.number("reservation_markup", 0, 2),
                reply.number("opening_markup", 0, 2),
                reply.number("concession_exponent", 0.1, 10),
                reply.number("most_kw_share", LEAST_SHARE, 1),
                briefing.figures().unscaled(reply.number("least_price_usd_per_mwh", 0, most)),
                briefing.fence().clean(reply.text("rationale", RecordedWords.MOST_SAID), RecordedWords.MOST_KEPT)));
    }
}
