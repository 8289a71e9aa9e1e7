package org.vppworkbench.app.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.stream.IntStream;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.cooperative.CoalitionGame;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.optimizer.CentralOptimum;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.OptimumStatus;
import org.vppworkbench.optimizer.Options;
import org.vppworkbench.optimizer.Progress;

/**
 * What a part of the fleet could earn as a VPP of its own: v(S) = AWARE(S) − HOME(S), the optima of {@code model.md} §5 over
 * the homes of S alone with the same requirement, prices and preferences. HOME is a sum over homes, so it is solved once
 * each. The optimum drops minimum sizes: the 0.1 MW of {@code CAISO_DERA} does not keep a small coalition out of the market.
 *
 * <p>Only homes with a battery, or a car that can discharge, play: nobody else has anything to sell, so it adds nothing to
 * any coalition.
 */
public final class FleetGame implements CoalitionGame {
    private final RunInputs inputs;
    private final CancelToken cancel;
    private final List<ProsumerInputs> members;
    private final double[] home;
    private final AtomicInteger valued = new AtomicInteger();
    private final DoubleAccumulator worstGap = new DoubleAccumulator(Math::max, 0);

    /**
     * Solves HOME for every player.
     *
     * @throws RefusedException for inputs the optimum does not cover, or a fleet with more players than a coalition can have
     */
    public FleetGame(RunInputs inputs, CancelToken cancel) {
        this.inputs = inputs;
        this.cancel = cancel;
        this.members = inputs.prosumers().stream().filter(FleetGame::sells).toList();
        if (members.size() > MOST_PLAYERS) {
            throw RefusedException.because(
                    "fleet", members.size() + " homes can sell; their coalitions cannot be told apart any more",
                    "at most " + MOST_PLAYERS + " homes that can sell");
        }
        this.home = IntStream.range(0, members.size())
                .parallel()
                .mapToDouble(i -> welfare(List.of(members.get(i)), Mode.HOME))
                .toArray();
    }

    private static boolean sells(ProsumerInputs home) {
        return home.bess() != null || (home.ev() != null && home.ev().v2gKw() > 0);
    }

    /** Ids of the players, in fleet order. */
    public List<String> ids() {
        return members.stream().map(ProsumerInputs::id).toList();
    }

    @Override
    public int players() {
        return members.size();
    }

    @Override
    public double value(long coalition) {
        List<ProsumerInputs> homes = new ArrayList<>();
        double apart = 0;
        for (int i = 0; i < members.size(); i++) {
            if ((coalition & (1L << i)) != 0) {
                homes.add(members.get(i));
                apart += home[i];
            }
        }
        double value = homes.isEmpty() ? 0 : welfare(homes, Mode.AWARE) - apart;
        valued.incrementAndGet();
        return value;
    }

    /** How often {@link #value} was computed, for progress only. */
    int valued() {
        return valued.get();
    }

    /** Largest certified gap of an optimum solved so far [$]. */
    public double accuracyUsd() {
        return worstGap.get();
    }

    private double welfare(List<ProsumerInputs> homes, Mode mode) {
        RunInputs part = new RunInputs(
                inputs.horizon(), inputs.prices(), inputs.forecasts(), inputs.required(), inputs.calledIntervals(), homes);
        OptimumResult result;
        try {
            result = CentralOptimum.solveRelaxation(part, mode, Options.DEFAULT, Progress.NONE, cancel::cancelled);
        } catch (IllegalArgumentException e) {
            throw OptimumSolver.refused(e);
        }
        if (result.status() == OptimumStatus.CANCELLED) {
            throw new CancellationException("the optimum was cancelled");
        }
        if (!Double.isFinite(result.objectiveUsd()) || !Double.isFinite(result.upperBoundUsd())) {
            throw RefusedException.because(
                    "inputs, optimum " + mode, "no optimum: " + result.status() + " " + result.message(),
                    "preferences that can be kept together");
        }
        worstGap.accumulate(result.upperBoundUsd() - result.objectiveUsd());
        return result.objectiveUsd();
    }
}
