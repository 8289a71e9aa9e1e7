package org.vppworkbench.negotiation.agent.language;

import java.util.Locale;
import java.util.Set;

/**
 * What a model decided for a whole day of one home; the rule agent carries it out.
 *
 * @param takesPart whether the home sells at all that day
 * @param reservationMarkup least price is the home's cost times one plus this [0..2]
 * @param openingMarkup share of the way from the least to the published price that is asked first [0..2]
 * @param concessionExponent β of the concession [0.1..10]
 * @param mostKwShare share of what can be delivered that is offered at most (0..1]
 * @param leastPricePerMwh no energy is sold below, unscaled [$/MWh]
 * @param rationale one line, for the reader
 */
record DayStrategy(
        boolean takesPart,
        double reservationMarkup,
        double openingMarkup,
        double concessionExponent,
        double mostKwShare,
        double leastPricePerMwh,
        String rationale) {
    /** Fields of the reply. */
    static final Set<String> FIELDS = Set.of(
            "take_part", "reservation_markup", "opening_markup", "concession_exponent", "most_kw_share",
            "least_price_usd_per_mwh", "rationale");

    /** For the record, with the price as it is meant. */
    String words() {
        return takesPart
                ? String.format(
                        Locale.ROOT,
                        "Strategy of the day by the model: cost mark-up %.2f, opening %.2f, exponent %.2f, at most %.0f %% of"
                                + " the power, energy not below %.2f $/MWh.%s",
                        reservationMarkup, openingMarkup, concessionExponent, 100 * mostKwShare, leastPricePerMwh,
                        rationale.isEmpty() ? "" : " " + rationale)
                : "Strategy of the day by the model: take no part.";
    }
}
