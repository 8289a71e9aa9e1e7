package org.vppworkbench.model.event;

import org.vppworkbench.model.market.ClearedOffer;

/**
 * What became of one hour of delivery.
 *
 * @param hour hour from the start of the horizon
 * @param kind the best thing that happened
 * @param position position after its last negotiation event
 * @param proposals proposals made
 * @param refusals refusals
 * @param contracts contracts in force
 * @param soldKw energy sold, sum of its contracts [kW]
 * @param reserveKw reserve sold, spinning and non-spinning [kW]
 */
public record HourSummary(
        int hour,
        Kind kind,
        int position,
        int proposals,
        int refusals,
        int contracts,
        double soldKw,
        double reserveKw) {

    /** Colour of an hour; order: best last. */
    public enum Kind {
        /** Every opportunity was below the minimum stake. */
        QUIET,
        /** Trading was open, and nobody proposed anything. */
        NO_PROPOSAL,
        /** There were proposals, but no contract. */
        NO_AGREEMENT,
        /** A fleet offer did not clear. */
        NOT_CLEARED,
        /** There are contracts. */
        TRADED
    }

    static HourSummary quiet(int hour, int position) {
        return new HourSummary(hour, Kind.QUIET, position, 0, 0, 0, 0, 0);
    }

    HourSummary talked(int newPosition, int newProposals, int newRefusals) {
        return new HourSummary(
                hour,
                kind,
                newPosition,
                proposals + newProposals,
                refusals + newRefusals,
                contracts,
                soldKw,
                reserveKw);
    }

    HourSummary raisedTo(Kind other) {
        Kind best = other.compareTo(kind) > 0 ? other : kind;
        return new HourSummary(
                hour, best, position, proposals, refusals, contracts, soldKw, reserveKw);
    }

    HourSummary sold(ClearedOffer offer) {
        boolean reserve = offer.opportunity().product().isReserve();
        return new HourSummary(
                hour,
                kind,
                position,
                proposals,
                refusals,
                contracts + offer.contracts().size(),
                soldKw + (reserve ? 0 : offer.totalKw()),
                reserveKw + (reserve ? offer.totalKw() : 0));
    }
}
