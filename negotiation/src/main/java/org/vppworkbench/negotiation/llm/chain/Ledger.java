package org.vppworkbench.negotiation.llm.chain;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.LanguageSettings.Budget;
import org.vppworkbench.negotiation.language.Usage;

/**
 * What may still be spent. A question reserves the most it can cost before it is sent; where only the reservations of others
 * stand in its way it waits for them. A limit once reached stays reached, for the run or for its day.
 */
final class Ledger {
    private final Budget budget;
    private final Pace pace;
    private final Account run = new Account();
    private final Map<String, Account> days = new HashMap<>();
    private int open;
    private long openSince;
    private long openNanos;

    Ledger(Budget budget, Pace pace) {
        this.budget = budget;
        this.pace = pace;
    }

    /**
     * Puts the most a question can cost aside.
     *
     * @param tokens at most
     * @param usd at most [$]
     */
    synchronized Entry reserve(String day, long tokens, double usd) throws InterruptedException {
        Account today = days.computeIfAbsent(day, name -> new Account());
        while (true) {
            String stop = stop(today, tokens, usd);
            if (stop != null) {
                return new Entry(stop, day, 0, 0);
            }
            if (fits(run, budget.usd(), budget.tokens(), budget.calls(), tokens, usd)
                    && fits(today, budget.usdPerDay(), budget.tokensPerDay(), null, tokens, usd)) {
                break;
            }
            wait();
        }
        run.reserve(tokens, usd, 1);
        today.reserve(tokens, usd, 1);
        if (open++ == 0) {
            openSince = pace.nanos();
        }
        return new Entry(null, day, tokens, usd);
    }

    /** A question was cut by them: none is asked any more. */
    synchronized void secondsAreSpent() {
        Double seconds = budget.seconds();
        if (run.stop == null && seconds != null) {
            run.stop = "the budget of " + Findings.number(seconds) + " s of waiting is spent";
        }
    }

    private @Nullable String stop(Account today, long tokens, double usd) {
        Double seconds = budget.seconds();
        if (run.stop == null && seconds != null && spentSeconds() >= seconds) {
            secondsAreSpent();
        }
        if (run.stop == null) {
            run.stop = reached(run, budget.usd(), budget.tokens(), budget.calls(), "", tokens, usd);
        }
        if (run.stop == null && today.stop == null) {
            today.stop = reached(today, budget.usdPerDay(), budget.tokensPerDay(), null, " a day", tokens, usd);
        }
        return run.stop == null ? today.stop : run.stop;
    }

    /** Why what is already spent leaves no room, whatever others have reserved. */
    private static @Nullable String reached(
            Account account, @Nullable Double maxUsd, @Nullable Long maxTokens, @Nullable Long maxCalls, String per,
            long tokens, double usd) {
        if (maxUsd != null && (maxUsd <= 0 || account.usd + usd > maxUsd)) {
            return String.format(
                    java.util.Locale.ROOT, "the budget of $%s%s is spent: $%.4f used, and the next question may cost $%.4f",
                    Findings.number(maxUsd), per, account.usd, usd);
        }
        if (maxTokens != null && account.tokens + tokens > maxTokens) {
            return "the budget of " + maxTokens + " tokens" + per + " is spent: " + account.tokens
                    + " used, and the next question may need " + tokens;
        }
        return maxCalls != null && account.calls + 1 > maxCalls
                ? "the budget of " + maxCalls + " requests is spent: " + account.calls + " sent"
                : null;
    }

    private static boolean fits(
            Account account, @Nullable Double maxUsd, @Nullable Long maxTokens, @Nullable Long maxCalls, long tokens,
            double usd) {
        return (maxUsd == null || account.usd + account.reservedUsd + usd <= maxUsd)
                && (maxTokens == null || account.tokens + account.reservedTokens + tokens <= maxTokens)
                && (maxCalls == null || account.calls + account.reservedCalls + 1 <= maxCalls);
    }

    /** Puts what a question really cost in place of its reservation. */
    synchronized void settle(Entry entry, Usage usage) {
        Account today = days.computeIfAbsent(entry.day(), name -> new Account());
        for (Account account : new Account[] {run, today}) {
            account.reserve(-entry.tokens(), -entry.usd(), -1);
            account.tokens += usage.totalTokens();
            account.usd += usage.usd();
            account.calls += usage.attempts();
        }
        if (--open == 0) {
            openNanos += pace.nanos() - openSince;
        }
        notifyAll();
    }

    /** What is left of the seconds of a run, or {@code null} where they are not limited. */
    synchronized @Nullable Duration timeLeft() {
        Double seconds = budget.seconds();
        return seconds == null ? null : Duration.ofNanos((long) Math.max(1, (seconds - spentSeconds()) * 1e9));
    }

    /** Time in which at least one question was open: side by side counts once. */
    private double spentSeconds() {
        return (openNanos + (open > 0 ? pace.nanos() - openSince : 0)) / 1e9;
    }

    /**
     * A reservation, or why there is none.
     *
     * @param stop words, or {@code null} where it was reserved
     */
    record Entry(@Nullable String stop, String day, long tokens, double usd) {}

    private static final class Account {
        private long tokens;
        private double usd;
        private long calls;
        private long reservedTokens;
        private double reservedUsd;
        private long reservedCalls;
        private @Nullable String stop;

        void reserve(long moreTokens, double moreUsd, long moreCalls) {
            reservedTokens += moreTokens;
            reservedUsd += moreUsd;
            reservedCalls += moreCalls;
        }
    }
}
