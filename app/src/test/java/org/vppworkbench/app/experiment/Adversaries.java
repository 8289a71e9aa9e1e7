package org.vppworkbench.app.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.physics.Commitments;
import org.vppworkbench.model.physics.HomeController;
import org.vppworkbench.model.physics.HomePlans;
import org.vppworkbench.model.physics.HomeState;
import org.vppworkbench.model.physics.SiteReading;
import org.vppworkbench.model.simulation.MarketSimulation;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.simulation.ProsumerDesk;

/** Mechanisms and homes that do not mean well. */
final class Adversaries {
    private Adversaries() {}

    /** Contracts quantities nobody checked, at prices nobody asked for; sometimes with an offer that cannot clear. */
    static OpportunityTrader overcommitting(RandomGenerator random) {
        return overcommitting(MarketRules.RESEARCH, random);
    }

    /** The same, cut to a total that the market takes; promises of up to the whole requirement where it has a minimum. */
    static OpportunityTrader overcommitting(MarketRules rules, RandomGenerator random) {
        return session -> {
            double most = Math.max(9, 2 * rules.minimumKw());
            List<Contract> contracts = new ArrayList<>();
            double left = session.opportunity().requiredKw();
            for (ProsumerDesk desk : session.desks()) {
                double kw = Math.min(left, random.nextDouble() * most);
                if (kw > 0.05 && random.nextDouble() < 0.7) {
                    double price = random.nextDouble() * 700 - 100;
                    contracts.add(new Contract(
                            desk.prosumer(), session.opportunity().product(), session.opportunity().hour(), kw, price, 0));
                    left -= kw;
                }
            }
            double offer = random.nextDouble() < 0.2 ? 1e6 : -1000;
            return new OpportunityTrader.Agreement(cut(contracts, rules), offer, RunEvent.Outcome.TRADED, 1, "adversary");
        };
    }

    private static List<Contract> cut(List<Contract> contracts, MarketRules rules) {
        double total = contracts.stream().mapToDouble(Contract::kw).sum();
        double accepted = rules.acceptable(total);
        if (accepted == total) {
            return contracts;
        }
        return accepted <= 0 ? List.of() : contracts.stream()
                .map(c -> new Contract(
                        c.prosumer(), c.product(), c.hour(), c.kw() * accepted / total, c.pricePerMwh(), c.reservationPerMwh()))
                .toList();
    }

    /** How a home misbehaves. */
    enum Habit {
        /** Keeps to its plan. */
        HONEST,
        /** Empties the battery for itself before it has to deliver. */
        DEFAULTING,
        /** Charges whenever it can, sold hours included. */
        RECHARGING,
        /** Keeps its battery to itself and neither stores nor uses anything. */
        WITHHOLDING,
        /** Does anything at any time. */
        WILD
    }

    static MarketSimulation.Controllers habit(Habit habit, RandomGenerator random) {
        return (home, behaviour, days) -> habit == Habit.HONEST
                ? HomePlans.of(home, behaviour, days)
                : new Misbehaving(HomePlans.of(home, behaviour, days), habit, random);
    }

    private record Misbehaving(HomeController plan, Habit habit, RandomGenerator random) implements HomeController {
        @Override
        public void replan(int t, HomeState state, Commitments commitments, boolean newDay) {
            plan.replan(t, state, commitments, newDay);
        }

        @Override
        public double batteryKw(int t, HomeState state, double soldKw, SiteReading site) {
            return switch (habit) {
                case DEFAULTING -> 1000;
                case RECHARGING -> -1000;
                case WITHHOLDING -> 0;
                default -> random.nextDouble() * 30 - 15;
            };
        }

        @Override
        public double carKw(int t, HomeState state) {
            return habit == Habit.WILD ? plan.carKw(t, state) + random.nextDouble() : plan.carKw(t, state);
        }

        @Override
        public int valuationEnd(int contractEnd) {
            return plan.valuationEnd(contractEnd);
        }

        @Override
        public double tail(int t, HomeState state) {
            return plan.tail(t, state);
        }

        /** What the home reckons with when it promises is the plan that it will not keep. */
        @Override
        public HomeController copy() {
            return plan.copy();
        }
    }
}
