package org.vppworkbench.optimizer.coordination;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.coordination.AuditedTaker;
import org.vppworkbench.model.coordination.HourlyTaker;
import org.vppworkbench.model.coordination.PriceSignal;
import org.vppworkbench.model.coordination.ProductSeries;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.numerics.OutwardSum;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.certificate.Certificate;
import org.vppworkbench.optimizer.lp.HomePriceProgram;
import org.vppworkbench.optimizer.schedule.Directionality;
import org.vppworkbench.optimizer.schedule.HomeSchedule;
import org.vppworkbench.optimizer.solver.LpSolution;
import org.vppworkbench.optimizer.solver.SolverWatch;

/**
 * One home with its own program. Value and bound of an answer are recomputed by {@link Certificate} from its schedule and
 * multipliers, so that the sum over homes is proved as far as that of the central optimum is.
 */
final class HomePriceTaker implements AuditedTaker {
    /** To which the home knows its own worth without a market [$]. */
    private static final double ALONE_TOLERANCE_USD = 1e-5;

    private final HomeAccount account;
    private final @Nullable Behaviour behaviour;
    private final SolverWatch watch;
    private final PriceAnswers answers;
    private @Nullable HomeSchedule plan;
    private @Nullable Double aloneUsd;

    /**
     * @param inputs with this home only
     * @param behaviour what its owner asks of contracts, or {@code null}
     */
    HomePriceTaker(RunInputs inputs, @Nullable Behaviour behaviour, CancelToken cancel) {
        this.behaviour = behaviour;
        account = new HomeAccount(inputs);
        watch = new SolverWatch(cancel::cancelled, (_, _) -> {});
        answers = new PriceAnswers(account, new HomePriceProgram(inputs, Mode.AWARE, 0), watch);
    }

    @Override
    public String prosumer() {
        return account.inputs().prosumers().getFirst().id();
    }

    @Override
    public double mostKw(Product product, int interval) {
        return answers.mostKw(product, interval);
    }

    @Override
    public double aloneUsd() {
        Double known = aloneUsd;
        if (known == null) {
            HomePriceProgram alone = new HomePriceProgram(account.inputs(), Mode.HOME, 0);
            LpSolution solution = PriceAnswers.solve(alone.program(), ALONE_TOLERANCE_USD, watch);
            known = account.aloneUsd(alone.multipliers(solution.y()));
            aloneUsd = known;
        }
        return known;
    }

    /** What it tells of its money: the difference to being alone, of a bound rounded up. */
    Answer told(Answer answer) {
        OutwardSum more = new OutwardSum();
        more.add(answer.bestUsd());
        more.add(-aloneUsd());
        return new Answer(answer.kw(), more.upper());
    }

    @Override
    public Answer answer(PriceSignal signal) {
        PriceAnswers.Answered answered = answers.answer(signal);
        plan = answered.plan();
        return told(answered.answer());
    }

    @Override
    public double worthUsd(ProductSeries allowedKw) {
        HomeSchedule known = plan;
        return known == null
                ? Double.NEGATIVE_INFINITY
                : account.worthUsd(
                        account.replayed(HomeAccount.selling(known, allowedKw), Directionality.RELAXED),
                        Directionality.RELAXED) - aloneUsd();
    }

    @Override
    public HourlyTaker hourly() {
        return new HourlyHome(this, account, new OwnerLimits(account.inputs(), behaviour), watch);
    }
}
