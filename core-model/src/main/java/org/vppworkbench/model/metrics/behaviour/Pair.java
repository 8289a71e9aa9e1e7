package org.vppworkbench.model.metrics.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.physics.WhatIfResult;

/** What one home and the aggregator said to each other about one opportunity, as far as the metrics need it. */
final class Pair {
    /** A zone of agreement narrower than this gives prices no place in it [$/MWh]. */
    private static final double LEAST_ZONE = 1;

    private static final double SAME_KW = 1e-9;

    private final Opportunity opportunity;
    private final RunEvent.Standing standing;
    private final double topPrice;
    private final boolean needed;
    private final Haggle home = Haggle.ofHome();
    private final Haggle aggregator = Haggle.ofAggregator();
    private final List<Double> said = new ArrayList<>();
    private @Nullable Double openingAsk;
    private @Nullable Double openingBid;
    private @Nullable Standing ask;
    private @Nullable Standing bid;
    private @Nullable WhatIfResult known;
    private @Nullable Contract contract;
    private boolean named;
    private boolean inForce;
    private boolean notNeeded;
    private boolean endedByHome;
    private int endRound = -1;
    private int agreedRound = -1;

    /** Terms that wait for an answer. */
    private record Standing(Terms terms, int validUntilRound) {}

    /**
     * @param standing what the home could truthfully offer when trading began
     * @param topPrice the most that can be paid [$/MWh]
     * @param needed whether the best coalition at true costs buys of it
     */
    Pair(Opportunity opportunity, RunEvent.Standing standing, double topPrice, boolean needed) {
        this.opportunity = opportunity;
        this.standing = standing;
        this.topPrice = topPrice;
        this.needed = needed;
    }

    String prosumer() {
        return standing.prosumer();
    }

    boolean talked() {
        return named;
    }

    /** A home's cost of a quantity: its own what-if, or what it was when trading began [$/MWh]. */
    double cost(@Nullable WhatIfResult whatIf) {
        return whatIf == null ? standing.reservationPerMwh() : whatIf.reservationPerMwh();
    }

    /** The better of not selling and of what the aggregator offers for at least this quantity [$/MWh]. */
    double homeAlternative(Envelope envelope, Terms terms, @Nullable WhatIfResult whatIf) {
        Standing offered = bid;
        boolean better = offered != null
                && offered.validUntilRound() >= envelope.round()
                && offered.terms().kw() >= terms.kw() - SAME_KW;
        return better && offered != null ? Math.max(cost(whatIf), offered.terms().pricePerMwh()) : cost(whatIf);
    }

    /** The better of not buying and of what the home asks for this quantity [$/MWh]. */
    double aggregatorAlternative(Terms terms) {
        Standing asked = ask;
        boolean better = asked != null
                && asked.terms().kw() >= terms.kw() - SAME_KW
                && asked.terms().minKw() <= terms.kw() + SAME_KW;
        return better && asked != null ? Math.min(topPrice, asked.terms().pricePerMwh()) : topPrice;
    }

    /** What only the home knows. */
    List<Double> secrets(@Nullable WhatIfResult whatIf, double priceScale) {
        WhatIfResult latest = whatIf == null ? known : whatIf;
        return latest == null
                ? List.of(standing.reservationPerMwh(), standing.reservationPerMwh() / 1000)
                : Leakage.privateNumbers(latest, priceScale);
    }

    /** Numbers of this talk that both sides know. */
    List<Double> said() {
        return said;
    }

    void homeOffers(Envelope envelope, Terms terms, @Nullable WhatIfResult whatIf) {
        named(terms, whatIf);
        openingAsk = openingAsk == null ? Double.valueOf(terms.pricePerMwh()) : openingAsk;
        home.names(envelope.round(), terms.pricePerMwh(), cost(whatIf));
        ask = new Standing(terms, envelope.validUntilRound());
        bid = null;
    }

    void aggregatorOffers(Envelope envelope, Terms terms) {
        remember(terms);
        openingBid = openingBid == null ? Double.valueOf(terms.pricePerMwh()) : openingBid;
        aggregator.names(envelope.round(), terms.pricePerMwh(), topPrice);
        bid = new Standing(terms, envelope.validUntilRound());
    }

    void homeAccepts(Envelope envelope, Terms terms, @Nullable WhatIfResult whatIf) {
        named(terms, whatIf);
        home.agrees(envelope.round(), terms.pricePerMwh(), cost(whatIf));
        agreed(envelope.round());
        end(envelope.round(), true);
    }

    void aggregatorAccepts(Envelope envelope, Terms terms) {
        aggregator.agrees(envelope.round(), terms.pricePerMwh(), topPrice);
        agreed(envelope.round());
        end(envelope.round(), false);
    }

    void homeLeaves(Envelope envelope) {
        end(envelope.round(), true);
    }

    /**
     * @param covered whether it was turned away because others cover the requirement
     */
    void aggregatorLeaves(Envelope envelope, boolean covered) {
        notNeeded |= covered;
        end(envelope.round(), false);
    }

    void agreed(int round) {
        agreedRound = agreedRound < 0 ? round : agreedRound;
    }

    void signed(Contract signed, boolean cleared) {
        contract = signed;
        inForce = cleared;
    }

    private void named(Terms terms, @Nullable WhatIfResult whatIf) {
        named = true;
        known = whatIf == null ? known : whatIf;
        remember(terms);
    }

    private void remember(Terms terms) {
        said.add(terms.kw());
        said.add(terms.minKw());
        said.add(terms.pricePerMwh());
    }

    private void end(int round, boolean byHome) {
        if (endRound < 0) {
            endRound = round;
            endedByHome = byHome;
        }
    }

    private boolean zone() {
        return standing.kw() > 0 && standing.reservationPerMwh() <= topPrice;
    }

    /**
     * Counts what came of it.
     *
     * @param rounds rounds of the opportunity in which anybody spoke
     * @param deadline its last round
     */
    void count(SortedSet<Integer> rounds, int deadline, Tally tally) {
        int hour = opportunity.hour();
        Contract signed = contract;
        double deal = signed == null ? 0 : 1;
        tally.add(hour, prosumer(), zone() ? BehaviourCount.PAIRS_WITH_ZONE : BehaviourCount.PAIRS_WITHOUT_ZONE, 1);
        tally.add(hour, prosumer(), zone() ? BehaviourCount.DEALS_WITH_ZONE : BehaviourCount.DEALS_WITHOUT_ZONE, deal);
        tally.add(hour, prosumer(), BehaviourCount.PAIRS_NEEDED, needed ? 1 : 0);
        tally.add(hour, prosumer(), BehaviourCount.DEALS_NEEDED, needed ? deal : 0);
        int last = endRound >= 0 || rounds.isEmpty() ? endRound : rounds.last();
        home.count(rounds, last, tally, hour, prosumer());
        aggregator.count(rounds, endedByHome || notNeeded ? last - 1 : last, tally, hour, Envelope.AGGREGATOR);
        if (named && zone() && deadline > 1 && (signed != null || !notNeeded)) {
            tally.add(hour, prosumer(), BehaviourCount.TALKS_WITH_ZONE, 1);
            tally.add(hour, prosumer(), BehaviourCount.DEADLINES, signed == null && last >= deadline ? 1 : 0);
        }
        if (signed != null) {
            tally.add(hour, prosumer(), BehaviourCount.AGREEMENTS, 1);
            tally.add(hour, prosumer(), BehaviourCount.AGREEMENT_ROUNDS, agreedRound < 0 ? 1 : agreedRound);
            double cost = signed.reservationPerMwh();
            double energy = inForce ? signed.kw() / 1000 : 0;
            tally.add(hour, prosumer(), BehaviourCount.SURPLUS_USD, (opportunity.forecastPrice() - cost) * energy);
            tally.add(hour, prosumer(), BehaviourCount.SELLER_SURPLUS_USD, (signed.pricePerMwh() - cost) * energy);
        }
    }

    /** The talk with prices as places in the zone, or {@code null} where there was no talk or no zone worth the name. */
    @Nullable Bargain bargain(double position) {
        double width = topPrice - standing.reservationPerMwh();
        if (!named || !zone() || width < LEAST_ZONE) {
            return null;
        }
        Contract signed = contract;
        return new Bargain(
                opportunity.hour(), prosumer(), position, place(openingAsk, width), place(openingBid, width),
                place(signed == null ? null : Double.valueOf(signed.pricePerMwh()), width));
    }

    private @Nullable Double place(@Nullable Double price, double width) {
        return price == null ? null : Double.valueOf((price - standing.reservationPerMwh()) / width);
    }
}
