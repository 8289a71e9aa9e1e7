package org.vppworkbench.app.experiment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.SharesDocument;
import org.vppworkbench.model.cooperative.CachedGame;
import org.vppworkbench.model.cooperative.CoalitionGame;
import org.vppworkbench.model.cooperative.CoreExcess;
import org.vppworkbench.model.cooperative.LeastCore;
import org.vppworkbench.model.cooperative.ShapleyEstimator;
import org.vppworkbench.model.cooperative.ShapleyShare;
import org.vppworkbench.model.cooperative.ShapleyValue;
import org.vppworkbench.model.metrics.ProsumerScore;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

/**
 * What every home contributes to its fleet (Shapley value of {@link FleetGame}), beside what a run gave it, and whether part
 * of the fleet would do better alone. Same inputs and seed give the same numbers on any number of threads.
 */
public final class FleetShares {
    /** Gains below this are no reason to leave [$]. */
    private static final double TOLERANCE_USD = 0.01;

    private final Clock clock;
    private final int processors;

    /**
     * @param clock for the estimate of the work, which enters no result
     * @param processors how many optima are solved at once
     */
    public FleetShares(Clock clock, int processors) {
        this.clock = clock;
        this.processors = processors;
    }

    /**
     * @throws RefusedException for a fleet without anybody who can sell, or work beyond the limit that is not forced
     * @throws java.util.concurrent.CancellationException where the user cancelled
     */
    public SharesDocument of(
            ExperimentResult run, SharesOptions options, ProgressSink progress, CancelToken cancel) {
        progress.report(0, 1, "optima of single homes");
        FleetGame fleet = new FleetGame(run.scenario().inputs(), cancel);
        int n = fleet.players();
        if (n == 0) {
            throw RefusedException.because(
                    "fleet", "no home has a battery: there is nothing to share", "a fleet with at least one battery");
        }
        Integer asked = options.permutations();
        boolean exact = asked == null && n <= ShapleyEstimator.MOST_EXACT;
        int permutations = asked == null ? SharesOptions.PERMUTATIONS : asked;
        double coalitions = coalitions(n, exact, permutations);
        CachedGame game = new CachedGame(watched(fleet, coalitions, progress), cancel);
        Instant begin = clock.instant();
        double grand = game.value(game.grand());
        double seconds = since(begin);
        if (!options.force()) {
            refuse(n, coalitions, coalitions * seconds / 2 / processors);
            refuse(n, coalitions, coalitions * trial(game) / 2);
        }

        ShapleyValue shapley =
                exact ? ShapleyEstimator.exact(game) : ShapleyEstimator.sampled(game, permutations, options.seed());
        LeastCore least = exact
                ? LeastCore.of(game)
                : new LeastCore(null, List.of(), "not all coalitions were valued");
        Map<String, Double> surplus = new HashMap<>();
        run.metrics().prosumers().forEach(score -> surplus.put(score.prosumer(), score.surplusUsd()));
        double[] received = fleet.ids().stream().mapToDouble(id -> surplus.getOrDefault(id, 0.0)).toArray();
        return new SharesDocument(
                run.record().mechanism(),
                rows(run.metrics().prosumers(), fleet.ids(), shapley),
                exact,
                shapley.permutations(),
                options.seed(),
                game.valued().size(),
                grand,
                fleet.accuracyUsd(),
                excess(CoreExcess.of(game, received), fleet.ids()),
                excess(CoreExcess.of(game, shapley.values()), fleet.ids()),
                least.excessUsd(),
                least.reason());
    }

    private static List<SharesDocument.Share> rows(
            List<ProsumerScore> scores, List<String> players, ShapleyValue shapley) {
        List<SharesDocument.Share> rows = new ArrayList<>();
        for (ProsumerScore score : scores) {
            int player = players.indexOf(score.prosumer());
            ShapleyShare share = player < 0 ? new ShapleyShare(0, 0.0, "") : shapley.shares().get(player);
            rows.add(new SharesDocument.Share(
                    score.prosumer(), score.surplusUsd(), share.value(), share.standardError()));
        }
        return rows;
    }

    private static SharesDocument.Excess excess(CoreExcess excess, List<String> ids) {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if ((excess.coalition() & (1L << i)) != 0) {
                members.add(ids.get(i));
            }
        }
        return new SharesDocument.Excess(
                excess.mostUsd(), members, excess.grandUsd(), excess.exhaustive(), !excess.blocksNobody(TOLERANCE_USD));
    }

    /** Coalitions to be valued, at most. */
    private static double coalitions(int n, boolean exact, int permutations) {
        double all = Math.scalb(1.0, n) - 1;
        return exact ? all : Math.min(all, (double) permutations * Math.max(1, n - 1) + 1);
    }

    /**
     * Wall time per coalition when as many as can are valued at once, measured on a few that lack one home each, which are
     * needed anyway [s]. The mean coalition has half the homes and takes at most half of it.
     */
    private double trial(CachedGame game) {
        int trials = Math.min(game.players(), 2 * processors);
        Instant begin = clock.instant();
        IntStream.range(0, trials).parallel().forEach(i -> game.value(game.grand() & ~(1L << i)));
        return since(begin) / trials;
    }

    private double since(Instant begin) {
        return Duration.between(begin, clock.instant()).toMillis() / 1000.0;
    }

    private static void refuse(int n, double coalitions, double seconds) {
        if (seconds > SharesOptions.MOST_SECONDS) {
            throw RefusedException.because(
                    "shares",
                    String.format(
                            Locale.ROOT,
                            "this takes about %.0f minutes: up to %.0f optima of up to %d homes",
                            Math.ceil(seconds / 60), coalitions, n),
                    "fewer --permutations, fewer homes or days, or --force");
        }
    }

    private static CoalitionGame watched(FleetGame fleet, double total, ProgressSink progress) {
        return new CoalitionGame() {
            @Override
            public int players() {
                return fleet.players();
            }

            @Override
            public double value(long coalition) {
                double value = fleet.value(coalition);
                progress.report(
                        (int) Math.min(fleet.valued(), total), (int) Math.min(total, Integer.MAX_VALUE), "coalitions");
                return value;
            }
        };
    }
}
