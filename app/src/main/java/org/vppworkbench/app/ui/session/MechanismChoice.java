package org.vppworkbench.app.ui.session;

import java.util.List;

/**
 * A mechanism the user may choose.
 *
 * @param id id on the command line
 * @param label honest label, such as {@code RULE}
 * @param title what it is, in a few words
 * @param explanation who decides what, who knows what, in a sentence or two
 */
public record MechanismChoice(String id, String label, String title, String explanation) {
    private static final String MECHANISM = "MECHANISM";

    /** All that can be run, the default first. */
    public static final List<MechanismChoice> ALL = List.of(
            new MechanismChoice("rule", "RULE", "Rule-based negotiation",
                    "Rule agents talk in rounds: homes come down from an opening ask to what the deal costs them, the aggregator"
                            + " goes up. No language model takes part."),
            new MechanismChoice("llm", "LLM", "Negotiation of language models",
                    "Language models speak for homes and aggregator, through the same gate; Agents … says which, where and at what cost."
                            + " Needs a model."),
            new MechanismChoice("llm-single", "LLM", "One language model decides for all",
                    "One model is told the true least prices of all homes and decides each deal alone; Agents … says which. Needs a model."),
            new MechanismChoice("posted-price", MECHANISM, "Posted price: take it or leave it",
                    "The aggregator names a share of the forecast price; every home sells what is worth it at that price, or"
                            + " nothing."),
            new MechanismChoice("zi-c", MECHANISM, "Random offers in reservation (ZI-C)",
                    "Homes ask random prices, never below their own cost. It shows what the market rules achieve without any"
                            + " strategy."),
            new MechanismChoice("uniform-price", MECHANISM, "Sealed bids, one price for all",
                    "Every home bids its own cost once; all that are taken are paid the dearest bid taken."),
            new MechanismChoice("pay-as-bid", MECHANISM, "Sealed bids, each paid its own",
                    "Every home bids once, halfway between its cost and the forecast price; each that is taken is paid its bid."),
            new MechanismChoice("vcg", MECHANISM, "Sealed bids, truthful payments (VCG)",
                    "Each home taken is paid its bid and what the fleet gains by its taking part. Truthful in each opportunity"
                            + " alone; over a whole run that is measured, not assumed."),
            new MechanismChoice("price-coordination", MECHANISM, "Prices, round by round, for the whole run",
                    "The aggregator sends prices for all hours, homes answer with their own best plans, until requirement and"
                            + " plans meet (ADMM); hour by hour the homes then promise what their plans sell, through the same gate."),
            new MechanismChoice("no-vpp", MECHANISM, "No VPP: home plans only",
                    "Nothing is sold; every home follows its own plan. The reference W⁰."),
            new MechanismChoice("aware", MECHANISM, "Optimum with preferences (AWARE)",
                    "No negotiation: one planner with perfect foresight for all homes, within the owners' preferences. The"
                            + " comparator of all others, with its certificate."),
            new MechanismChoice("blind", MECHANISM, "Optimum without preferences (BLIND)",
                    "No negotiation: one planner with perfect foresight who ignores the owners' preferences; what it breaks is"
                            + " counted."));

    @Override
    public String toString() {
        return title;
    }
}
