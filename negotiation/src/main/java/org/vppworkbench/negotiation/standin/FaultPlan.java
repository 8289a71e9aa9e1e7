package org.vppworkbench.negotiation.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Which request meets which fault. The first rule that fits decides. */
public final class FaultPlan {
    /** All is well. */
    public static final FaultPlan NONE = new FaultPlan(List.of());

    private final List<Rule> rules;

    private FaultPlan(List<Rule> rules) {
        this.rules = rules;
    }

    private record Rule(Predicate<Asked> fits, Fault fault) {}

    /** Every request meets it. */
    public static FaultPlan always(Fault fault) {
        return NONE.when(asked -> true, fault);
    }

    /** Also: the n-th request to arrive, from 1. */
    public FaultPlan nth(long n, Fault fault) {
        return when(asked -> asked.number() == n, fault);
    }

    /** Also: every k-th request to arrive. */
    public FaultPlan every(long k, Fault fault) {
        if (k < 1) {
            throw new IllegalArgumentException("every " + k + "-th");
        }
        return when(asked -> asked.number() % k == 0, fault);
    }

    /** Also: the requests that fit, whenever they arrive. */
    public FaultPlan when(Predicate<Asked> fits, Fault fault) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(new Rule(fits, fault));
        return new FaultPlan(List.copyOf(more));
    }

    /** Also: the first {@code times} requests that fit; a repetition then succeeds. */
    public FaultPlan firstTimes(long times, Predicate<Asked> fits, Fault fault) {
        AtomicLong met = new AtomicLong();
        return when(asked -> fits.test(asked) && met.getAndIncrement() < times, fault);
    }

    Optional<Fault> of(Asked asked) {
        return rules.stream()
                .filter(rule -> rule.fits().test(asked))
                .map(Rule::fault)
                .findFirst();
    }
}
