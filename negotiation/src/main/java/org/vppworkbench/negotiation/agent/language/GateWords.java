package org.vppworkbench.negotiation.agent.language;

import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.negotiation.agent.Willingness;
import org.vppworkbench.negotiation.persona.Figures;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;

/** Why the gate refused, in numbers as the model knows them: its own words name unscaled prices. */
final class GateWords {
    private GateWords() {}

    /**
     * @param kw the quantity that was refused [kW]
     */
    static String of(GateVerdict verdict, ProsumerTurn turn, double kw, Figures figures, boolean toolTells) {
        Product product = turn.opportunity().product();
        return switch (verdict.check()) {
            case "price-cap" -> "the price must be from " + figures.price(turn.rules().floorPerMwh(product), product)
                    + " to " + figures.price(turn.rules().capPerMwh(product), product);
            case "reservation" -> "the price is below the home's cost" + (toolTells ? least(turn, kw, figures) : "");
            case "price-floor" -> {
                Double floor = turn.desk().priceFloorPerMwh();
                yield "the price is below the owner's floor"
                        + (floor == null ? "" : " of " + figures.priceUp(floor, product));
            }
            case "physics" -> toolTells ? verdict.detail() : "the home cannot deliver " + Figures.kw(kw);
            default -> verdict.detail();
        };
    }

    /** What the quantity costs, where it is one that has a cost. */
    private static String least(ProsumerTurn turn, double kw, Figures figures) {
        WhatIfResult asked = turn.desk().about(kw);
        return asked.deliverable()
                ? "; for " + Figures.kw(kw) + " it needs at least "
                        + figures.priceUp(Willingness.reservation(turn.desk(), asked), turn.opportunity().product())
                : "";
    }
}
