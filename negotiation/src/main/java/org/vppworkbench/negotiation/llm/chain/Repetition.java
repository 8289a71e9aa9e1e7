package org.vppworkbench.negotiation.llm.chain;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.message.TextHash;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.Provenance;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.Usage;
import org.vppworkbench.negotiation.llm.cost.Accounting;
import org.vppworkbench.negotiation.llm.cost.PriceList;
import org.vppworkbench.negotiation.llm.settings.Destination;
import org.vppworkbench.negotiation.llm.settings.Limits;
import org.vppworkbench.negotiation.llm.wire.Attempt;
import org.vppworkbench.negotiation.llm.wire.Sender;
import org.vppworkbench.negotiation.llm.wire.Sent;
import org.vppworkbench.negotiation.llm.wire.Tokens;

/**
 * Asks again where that may help. Each request passes the limiter, for a server counts requests and not questions. A failure
 * of the server or the network is repeated a few times; being told to slow down is repeated as long as patience lasts,
 * unless that was in vain for the questions before.
 */
public final class Repetition implements Link {
    private final Destination destination;
    private final Limits limits;
    private final Limiter limiter;
    private final Sender sender;
    private final Accounting accounting;
    private final PriceList prices;
    private final Pace pace;
    private final Experience experience = new Experience();

    public Repetition(
            Destination destination, Limits limits, Limiter limiter, Sender sender, Accounting accounting,
            PriceList prices, Pace pace) {
        this.destination = destination;
        this.limits = limits;
        this.limiter = limiter;
        this.sender = sender;
        this.accounting = accounting;
        this.prices = prices;
        this.pace = pace;
    }

    @Override
    public Reply ask(Question question, Time time) throws InterruptedException {
        Course course = new Course(question, time);
        Experience.Lesson lesson = experience.lesson();
        return lesson == null ? course.run() : course.failed(lesson.kind(), lesson.words(), "");
    }

    /** One question over all its requests. */
    private final class Course {
        private final Question question;
        private final Time time;
        private final long started = pace.nanos();
        private Tokens tokens = Tokens.NONE;
        private int attempts;
        private int repetitions;
        private int waits;
        private Duration spent = Duration.ZERO;
        private @Nullable Sent sent;

        Course(Question question, Time time) {
            this.question = question;
            this.time = time;
        }

        Reply run() throws InterruptedException {
            while (true) {
                Attempt attempt = attempt();
                if (attempt == null) {
                    return failed(FailureKind.BUDGET, "no place in the queue before the time of the run was over", "");
                }
                switch (attempt) {
                    case Attempt.Good good -> {
                        experience.answered();
                        return new Reply(said(good), sent);
                    }
                    case Attempt.Bad bad -> {
                        Reply end = afterFailure(bad);
                        if (end != null) {
                            return end;
                        }
                    }
                }
            }
        }

        private @Nullable Attempt attempt() throws InterruptedException {
            long estimate = Tokens.ofPrompt(question) + question.sampling().maxOutputTokens();
            try (Limiter.Place place = limiter.enter(estimate, time.queue())) {
                if (place == null) {
                    return null;
                }
                if (time.cancel().cancelled()) {
                    throw new InterruptedException("cancelled before a request was sent");
                }
                Duration left = time.patience().minus(spent);
                long before = pace.nanos();
                Attempt attempt = sender.send(question, left.compareTo(limits.answer()) < 0 ? left : limits.answer());
                Duration took = Duration.ofNanos(pace.nanos() - before);
                place.settle(attempt.tokens().total());
                spent = spent.plus(took);
                attempts++;
                tokens = tokens.plus(attempt.tokens());
                sent = attempt.sent();
                accounting.attempted(attempt, took);
                return attempt;
            }
        }

        /** The end, or {@code null} after the wait before another try. */
        private @Nullable Reply afterFailure(Attempt.Bad bad) throws InterruptedException {
            Attempt.Problem problem = bad.problem();
            if (problem.refused() != null) {
                return null;
            }
            if (time.byBudget() && problem.kind() == FailureKind.TIMEOUT && spent.compareTo(time.patience()) >= 0) {
                return cutByBudget();
            }
            boolean told = problem.kind() == FailureKind.RATE_LIMITED;
            boolean enough = told ? !experience.waits() : repetitions >= experience.retries(limits.retries());
            if (!problem.again() || enough) {
                experience.failed(problem.kind(), problem.words());
                String why = told && problem.again() ? "; not waited, for the questions before waited in vain" : "";
                return failed(problem.kind(), problem.words(), why);
            }
            Duration wait = Backoff.before(question.origin(), waits++, problem.delay());
            repetitions += told ? 0 : 1;
            if (spent.plus(wait).compareTo(time.patience()) >= 0) {
                experience.failed(problem.kind(), problem.words());
                return failed(
                        problem.kind(), problem.words(),
                        "; the wait of " + seconds(wait) + " before another try is longer than the question may take");
            }
            if (told) {
                limiter.pause(problem.delay() == null ? wait : problem.delay());
            }
            pace.sleep(wait);
            spent = spent.plus(wait);
            return null;
        }

        /** Says nothing about the server, which had no more time. */
        private Reply cutByBudget() {
            return failed(FailureKind.BUDGET, "the budget of seconds was spent before the answer was there", "");
        }

        private Answer said(Attempt.Good good) {
            return new Answer.Said(
                    good.text(), usage(),
                    new Provenance(
                            destination.model(), good.returnedModel(), destination.endpoint().host(),
                            TextHash.sha256(good.text()), false));
        }

        private Reply failed(FailureKind kind, String what, String more) {
            String tries = attempts > 1 ? "; asked " + attempts + " times in " + seconds(spent) : "";
            return new Reply(
                    new Answer.Failed(kind, destination.words() + ": " + what + tries + more, usage()), sent);
        }

        private Usage usage() {
            boolean priced = prices.knows(destination.model());
            double usd = priced ? prices.usd(destination.model(), tokens) : 0;
            return new Usage(
                    tokens.prompt(), tokens.cached(), tokens.output(), tokens.thoughts(), tokens.estimated(), attempts,
                    usd, priced, (pace.nanos() - started) / 1e9);
        }
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
