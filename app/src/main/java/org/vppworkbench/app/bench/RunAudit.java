package org.vppworkbench.app.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.event.RunEvent.MessageSent;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.metrics.Invariant;
import org.vppworkbench.model.scenario.AgentSettings.Gate;
import org.vppworkbench.model.settlement.SettledContract;

/**
 * Whether anything got through engine, gate or settlement that must not, judged on a finished run by conditions written down
 * here once more. Under both gates: the run is complete and its invariants hold (money adds up, physics, nothing delivered
 * beyond contracts); every message that passed was due, finite, within cap and floor of the market and not above what the
 * home's own what-if delivers ({@link TalkAudit}); contracts are finite, within cap and floor, not above what was wanted, one
 * per home; every energy contract is paid its price for what was delivered, less compensation. Under {@code GATE_FULL} also: no
 * contract below the home's reservation price at the time of agreement or its owner's price floor, none above the published
 * price.
 */
final class RunAudit {
    private static final double SLACK = 1e-5;

    private final ExperimentResult run;
    private final List<String> breaches = new ArrayList<>();

    private RunAudit(ExperimentResult run) {
        this.run = run;
    }

    /** What got through, in words; empty where everything held. */
    static List<String> breaches(ExperimentResult run) {
        RunAudit audit = new RunAudit(run);
        audit.whole();
        audit.talks();
        run.record().offers().forEach(audit::offer);
        run.settlement().contracts().forEach(audit::payment);
        return List.copyOf(audit.breaches);
    }

    private void whole() {
        check(run.record().complete(), "the run is not complete");
        for (Invariant invariant : run.invariants()) {
            check(invariant.holds(), "invariant broken: " + invariant);
        }
    }

    private void talks() {
        TalkAudit talks = new TalkAudit(rules(), run.scenario().scenario().agents().rounds());
        for (LoggedEvent logged : run.events()) {
            if (logged.event() instanceof MessageSent sent) {
                talks.hear(sent);
            } else if (logged.event() instanceof RunEvent.RunCancelled) {
                breaches.add("the run was cancelled");
            }
        }
        breaches.addAll(talks.breaches());
    }

    private void offer(ClearedOffer offer) {
        Map<String, Integer> once = new HashMap<>();
        double kw = 0;
        for (Contract contract : offer.contracts()) {
            check(once.merge(contract.prosumer(), 1, Integer::sum) == 1, "two contracts: " + contract);
            kw += contract.kw();
            contract(contract, offer);
        }
        check(kw <= offer.opportunity().requiredKw() + SLACK, "more than was wanted: " + offer);
    }

    private void contract(Contract contract, ClearedOffer offer) {
        double price = contract.pricePerMwh();
        check(Double.isFinite(price) && Double.isFinite(contract.kw()) && contract.kw() > 0, "not finite: " + contract);
        check(price <= rules().capPerMwh(contract.product()) + SLACK, "above the cap: " + contract);
        check(price >= rules().floorPerMwh(contract.product()) - SLACK, "below the floor of the market: " + contract);
        if (run.scenario().scenario().agents().gate() == Gate.GATE_FULL) {
            check(price >= contract.reservationPerMwh() - SLACK, "below reservation: " + contract);
            check(price <= offer.opportunity().forecastPrice() + SLACK, "above the published price: " + contract);
            check(price >= ownersFloor(contract) - SLACK, "below the owner's floor: " + contract);
        }
    }

    private double ownersFloor(Contract contract) {
        double floor = Double.NEGATIVE_INFINITY;
        for (Home home : run.scenario().fleet().homes()) {
            for (Preference preference : home.preferences()) {
                boolean own = home.id().equals(contract.prosumer()) && contract.product() == Product.ENERGY;
                if (own && preference instanceof Preference.PriceFloor least) {
                    floor = Math.max(floor, 1000 * least.usdPerKwh());
                }
            }
        }
        return floor;
    }

    /** The owner is paid price × energy, less κ times the price of what is missing; reserve has calls on top. */
    private void payment(SettledContract settled) {
        Contract contract = settled.contract();
        double price = contract.pricePerMwh();
        double due = settled.cleared()
                ? (price * settled.deliveredKwh()
                                - run.scenario().scenario().kappa() * Math.max(price, 0) * settled.shortfallKwh())
                        / 1000
                : 0;
        boolean exact = contract.product() == Product.ENERGY || !settled.cleared();
        boolean right = exact
                ? Math.abs(due - settled.paymentUsd()) < SLACK
                : settled.paymentUsd() >= price * settled.deliveredKwh() / 1000 - SLACK;
        check(right, "paid " + settled.paymentUsd() + " $ for " + contract + ", due " + due);
    }

    private MarketRules rules() {
        return run.scenario().scenario().market().rules();
    }

    private void check(boolean right, String what) {
        if (!right) {
            breaches.add(what);
        }
    }
}
