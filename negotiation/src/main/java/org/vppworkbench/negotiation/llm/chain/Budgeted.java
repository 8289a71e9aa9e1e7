package org.vppworkbench.negotiation.llm.chain;

import java.time.Duration;
import java.util.function.Function;
import org.vppworkbench.model.scenario.LanguageSettings.Budget;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.Usage;
import org.vppworkbench.negotiation.llm.cost.PriceList;
import org.vppworkbench.negotiation.llm.wire.Tokens;

/** Keeps to a budget: what no longer fits is not sent. */
public final class Budgeted implements Link {
    private final Link next;
    private final Ledger ledger;
    private final PriceList prices;
    private final String model;
    private final Function<Origin, String> dayOf;

    /**
     * A link before another.
     *
     * @param dayOf simulated day of an origin, such as {@code 2023-08-15}
     */
    public Budgeted(
            Link next, Budget budget, PriceList prices, String model, Function<Origin, String> dayOf, Pace pace) {
        this.next = next;
        this.prices = prices;
        this.model = model;
        this.dayOf = dayOf;
        ledger = new Ledger(budget, pace);
    }

    @Override
    public Reply ask(Question question, Time time) throws InterruptedException {
        Tokens most =
                new Tokens(Tokens.ofPrompt(question), 0, question.sampling().maxOutputTokens(), 0, true);
        double usd = prices.knows(model) ? prices.usd(model, most) : 0;
        Ledger.Entry entry = ledger.reserve(dayOf.apply(question.origin()), most.total(), usd);
        String stop = entry.stop();
        if (stop != null) {
            return new Reply(new Answer.Failed(FailureKind.BUDGET, stop, Usage.NONE), null);
        }
        Usage used = Usage.NONE;
        try {
            Duration left = ledger.timeLeft();
            Reply reply = next.ask(question, left == null ? time : time.within(left));
            used = reply.answer().usage();
            if (reply.answer() instanceof Answer.Failed failed && failed.kind() == FailureKind.BUDGET) {
                ledger.secondsAreSpent();
            }
            return reply;
        } finally {
            ledger.settle(entry, used);
        }
    }
}
