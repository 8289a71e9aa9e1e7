package org.vppworkbench.app.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.physics.HomePlans;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.MarketSimulation;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.simulation.TradingSession;
import org.vppworkbench.negotiation.protocol.Performative;
import org.vppworkbench.negotiation.utility.UtilityPoint;
import org.vppworkbench.negotiation.utility.UtilitySpace;

/**
 * What one home and the aggregator said to each other about one opportunity of a run, in utility space. The home is brought to
 * that moment again by the contracts of the run, so its what-if tool knows what it knew then.
 *
 * @param opportunity what was traded
 * @param space the deals that were possible
 * @param asks the home's terms, in order
 * @param bids the aggregator's terms, in order
 * @param agreement the contract, or {@code null} where there was none
 */
public record BilateralTalk(
        Opportunity opportunity,
        UtilitySpace space,
        List<UtilityPoint> asks,
        List<UtilityPoint> bids,
        @Nullable UtilityPoint agreement) {
    private static final int QUANTITIES = 20;
    private static final int PRICES = 100;

    public BilateralTalk {
        asks = List.copyOf(asks);
        bids = List.copyOf(bids);
    }

    /**
     * Reads it out of a bundle.
     *
     * @param opportunity id, such as {@code ENERGY@19}
     * @param home id of the home
     * @throws RefusedException where the run has no such opportunity or home, or cannot be followed up to it
     */
    public static BilateralTalk of(Bundle bundle, String opportunity, String home) {
        RunManifest manifest = bundle.manifest();
        List<LoggedEvent> events = bundle.events();
        if (manifest == null || events == null) {
            throw RefusedException.because(
                    bundle.folder().toString(), "not a complete bundle", "manifest.json, inputs.json and events.jsonl");
        }
        ResolvedScenario scenario = BundledRun.scenario(bundle, manifest);
        if (!scenario.scenario().branches().isEmpty()) {
            throw RefusedException.because(
                    bundle.folder().toString(), "a branch begins at an event, and this view plays contracts, not events",
                    "the run before the branch");
        }
        Moment moment = new Moment(events, opportunity, home);
        // the moment is all that is asked for: the run is stopped right after it
        new MarketSimulation(
                        scenario, moment, HomePlans::of, EventSink.NONE, moment::seen)
                .run(manifest.mechanism(), manifest.label(), ProgressSink.NONE);
        return moment.talk(scenario);
    }

    /** Trades by the record, and looks at one desk when its moment has come. */
    private static final class Moment implements OpportunityTrader {
        private final List<NegotiationMessage> said = new ArrayList<>();
        private final Map<String, ClearedOffer> offers = new HashMap<>();
        private final String wanted;
        private final String home;
        private @Nullable Opportunity opportunity;
        private final Map<Double, WhatIfResult> quantities = new HashMap<>();

        Moment(List<LoggedEvent> events, String wanted, String home) {
            this.wanted = wanted;
            this.home = home;
            for (LoggedEvent logged : events) {
                if (logged.event() instanceof RunEvent.OfferSettled settled) {
                    offers.put(settled.offer().opportunity().id(), settled.offer());
                }
                if (logged.event() instanceof RunEvent.MessageSent sent && between(sent.message().envelope())) {
                    said.add(sent.message());
                }
            }
        }

        private boolean between(Envelope envelope) {
            boolean both = envelope.sender().equals(home)
                    || (envelope.sender().equals(Envelope.AGGREGATOR) && envelope.receiver().equals(home));
            return both && wanted.equals(envelope.product() + "@" + envelope.hour());
        }

        boolean seen() {
            return opportunity != null;
        }

        @Override
        public Agreement trade(TradingSession session) {
            if (session.opportunity().id().equals(wanted)) {
                look(session);
            }
            ClearedOffer offer = offers.get(session.opportunity().id());
            return offer == null
                    ? new Agreement(List.of(), 0, RunEvent.Outcome.NO_AGREEMENT, 0, "as recorded")
                    : new Agreement(offer.contracts(), offer.offerPricePerMwh(), RunEvent.Outcome.TRADED, 0, "as recorded");
        }

        private void look(TradingSession session) {
            ProsumerDesk desk = session.desks().stream()
                    .filter(candidate -> candidate.prosumer().equals(home))
                    .findFirst()
                    .orElseThrow(() -> RefusedException.because(
                            "--home", "\"" + home + "\" is no home of this run",
                            session.desks().size() + " homes, such as " + session.desks().getFirst().prosumer()));
            double most = Math.min(desk.most().deliverableKw(), session.opportunity().requiredKw());
            TreeSet<Double> wantedKw = new TreeSet<>();
            for (int i = 1; i <= QUANTITIES && most > 0; i++) {
                wantedKw.add(most * i / QUANTITIES);
            }
            terms().forEach(terms -> wantedKw.add(terms.kw()));
            wantedKw.stream().filter(kw -> kw > 0).forEach(kw -> quantities.put(kw, desk.about(kw)));
            opportunity = session.opportunity();
        }

        private List<Terms> terms() {
            List<Terms> all = new ArrayList<>();
            for (NegotiationMessage message : said) {
                Terms terms = Performative.terms(message);
                if (terms != null) {
                    all.add(terms);
                }
            }
            ClearedOffer offer = offers.get(wanted);
            if (offer != null) {
                offer.contracts().stream()
                        .filter(contract -> contract.prosumer().equals(home))
                        .forEach(contract -> all.add(new Terms(contract.kw(), 0, contract.pricePerMwh())));
            }
            return all;
        }

        BilateralTalk talk(ResolvedScenario scenario) {
            Opportunity found = opportunity;
            if (found == null) {
                throw RefusedException.because(
                        "--opportunity", "\"" + wanted + "\" was not traded in this run",
                        "one of events.jsonl, such as " + offers.keySet().stream().sorted().findFirst().orElse("ENERGY@19"));
            }
            double floor = Math.max(scenario.scenario().market().rules().floorPerMwh(found.product()), 0);
            List<WhatIfResult> sorted = new TreeSet<>(quantities.keySet()).stream().map(quantities::get).toList();
            UtilitySpace space = UtilitySpace.of(
                    sorted, floor, Math.max(found.forecastPrice(), floor + 1), PRICES, found.forecastPrice());
            List<UtilityPoint> asks = new ArrayList<>();
            List<UtilityPoint> bids = new ArrayList<>();
            for (NegotiationMessage message : said) {
                Terms terms = Performative.terms(message);
                boolean proposes = message instanceof NegotiationMessage.Proposal || message instanceof NegotiationMessage.CounterOffer;
                if (terms != null && proposes) {
                    (message.envelope().sender().equals(home) ? asks : bids).add(point(terms, found));
                }
            }
            return new BilateralTalk(found, space, asks, bids, agreement(found));
        }

        private @Nullable UtilityPoint agreement(Opportunity found) {
            ClearedOffer offer = offers.get(wanted);
            if (offer == null) {
                return null;
            }
            for (Contract contract : offer.contracts()) {
                if (contract.prosumer().equals(home)) {
                    return point(new Terms(contract.kw(), 0, contract.pricePerMwh()), found);
                }
            }
            return null;
        }

        private UtilityPoint point(Terms terms, Opportunity found) {
            WhatIfResult about = Objects.requireNonNull(quantities.get(terms.kw()));
            return UtilityPoint.of(about, terms.pricePerMwh(), found.forecastPrice());
        }
    }
}
