package org.vppworkbench.negotiation.protocol;

import org.jspecify.annotations.Nullable;

/**
 * What the aggregator sees of one home: what the two said to each other, in typed terms, and
 * nothing else. Rationales are display only and are not handed over.
 *
 * @param prosumer id of the home
 * @param stage where the conversation stands
 * @param ask the home's standing ask, or {@code null}
 * @param counter the aggregator's own standing or last counter-offer, or {@code null}
 * @param agreed what both agreed to, or {@code null}
 */
public record Position(
        String prosumer,
        Stage stage,
        @Nullable Offer ask,
        @Nullable Offer counter,
        @Nullable Offer agreed) {}
