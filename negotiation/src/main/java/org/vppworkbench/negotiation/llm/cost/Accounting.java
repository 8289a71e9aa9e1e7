package org.vppworkbench.negotiation.llm.cost;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.ModelIdentity;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.llm.wire.Attempt;
import org.vppworkbench.negotiation.llm.wire.Parameter;

/** Counts what a run asked and spent. Safe for use by several threads. */
public final class Accounting {
    private final ModelIdentity identity;
    private final PriceList prices;
    private final Function<Origin, String> dayOf;
    private final Map<String, Totals> days = new TreeMap<>();
    private final Map<FailureKind, Integer> failures = new EnumMap<>(FailureKind.class);
    private final Map<FailureKind, Integer> failedRequests = new EnumMap<>(FailureKind.class);
    private final Map<String, Integer> versions = new TreeMap<>();
    private final TreeSet<Parameter> leftOut = new TreeSet<>();
    private Totals run = Totals.NONE;
    private int requests;
    private int cancelled;
    private double requestSeconds;

    /**
     * Nothing so far.
     *
     * @param dayOf simulated day of an origin
     */
    public Accounting(ModelIdentity identity, PriceList prices, Function<Origin, String> dayOf) {
        this.identity = identity;
        this.prices = prices;
        this.dayOf = dayOf;
    }

    /** One request, whatever came of it. */
    public synchronized void attempted(Attempt attempt, Duration took) {
        requests++;
        requestSeconds += took.toNanos() / 1e9;
        leftOut.addAll(attempt.sent().leftOut());
        if (attempt instanceof Attempt.Bad bad) {
            failedRequests.merge(bad.problem().kind(), 1, Integer::sum);
        }
    }

    /** One question, over all its requests; also one that a tape answered. */
    public synchronized void answered(Question question, Answer answer) {
        Totals one = Totals.of(answer);
        run = run.plus(one);
        days.merge(dayOf.apply(question.origin()), one, Totals::plus);
        switch (answer) {
            case Answer.Said said -> {
                if (!said.provenance().returnedModel().isEmpty()) {
                    versions.merge(said.provenance().returnedModel(), 1, Integer::sum);
                }
            }
            case Answer.Failed failed -> failures.merge(failed.kind(), 1, Integer::sum);
        }
    }

    /** One question nobody waited for any more. */
    public synchronized void cancelled() {
        cancelled++;
    }

    /** Everything so far; does not change any more. */
    public synchronized Snapshot snapshot() {
        return new Snapshot(
                identity, run, Collections.unmodifiableMap(new TreeMap<>(days)), Map.copyOf(failures), requests,
                requestSeconds, Map.copyOf(failedRequests), cancelled,
                Collections.unmodifiableMap(new TreeMap<>(versions)), marks());
    }

    private List<String> marks() {
        List<String> marks = new ArrayList<>();
        for (String version : versions.keySet()) {
            if (!ModelFamily.same(identity.model(), version)) {
                marks.add("asked for " + identity.model() + ", and " + version + " answered");
            }
        }
        if (versions.size() > 1) {
            marks.add("the version that answered changed during the run: " + String.join(", ", versions.keySet()));
        }
        for (Parameter parameter : leftOut) {
            marks.add(
                    parameter == Parameter.LIMIT_NAME
                            ? "the limit of tokens went out under its other name, which the server asked for"
                            : parameter.words() + " was not sent: the model does not take it");
        }
        if (run.usage().estimated()) {
            marks.add("the server did not report all tokens; missing ones are estimated from the characters");
        }
        if (!run.usage().priced()) {
            marks.add(identity.model() + " is not on the price list of " + prices.asOf() + "; its dollars are not counted");
        }
        return List.copyOf(marks);
    }

    /**
     * A state of the counts.
     *
     * @param run all questions of the run
     * @param days the same by simulated day
     * @param failures questions without an answer, by kind
     * @param requests requests sent now; 0 where a tape answered
     * @param requestSeconds their time added up, side by side counted each
     * @param failedRequests requests that failed, also where a repetition helped
     * @param cancelled questions nobody waited for
     * @param versions answers by the model version the server named
     * @param marks what a reader of the results must know, in words
     */
    public record Snapshot(
            ModelIdentity identity,
            Totals run,
            Map<String, Totals> days,
            Map<FailureKind, Integer> failures,
            int requests,
            double requestSeconds,
            Map<FailureKind, Integer> failedRequests,
            int cancelled,
            Map<String, Integer> versions,
            List<String> marks) {

        /** Whether another model than the one asked for answered, or the version changed meanwhile. */
        public boolean drift() {
            return versions.size() > 1
                    || versions.keySet().stream().anyMatch(version -> !ModelFamily.same(identity.model(), version));
        }
    }
}
