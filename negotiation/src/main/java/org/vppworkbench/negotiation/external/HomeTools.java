package org.vppworkbench.negotiation.external;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.negotiation.agent.language.ReplyFault;
import org.vppworkbench.negotiation.external.AgentTalk.Tools;

/**
 * The tools of a home's program in one turn: those of the home's rule agent.
 *
 * @param desk of this home
 * @param shared what was announced, and own contracts
 * @param turn number of the turn
 */
record HomeTools(ProsumerDesk desk, SharedTools shared, int turn) implements Tools {
    @Override
    public @Nullable LineWriter answer(String type, LineFields question) throws ReplyFault {
        if (type.equals("market")) {
            question.nothingElse();
            return shared.market(turn);
        }
        if (!type.equals("what_if")) {
            return null;
        }
        Double kw = question.optionalNumber("kw");
        boolean path = question.flag("path");
        question.nothingElse();
        if (kw != null && !(kw > 0)) {
            throw new ReplyFault("kw = " + kw + ", must be above 0");
        }
        return result(kw == null ? desk.most() : desk.about(kw), path);
    }

    private LineWriter result(WhatIfResult result, boolean path) {
        LineWriter line = LineWriter.of("what_if_result")
                .put("turn", turn)
                .put("requestedKw", result.requestedKw())
                .put("deliverableKw", result.deliverableKw())
                .put("costUsd", result.incrementalCostUsd())
                .put("reservationUsdPerMwh", result.reservationPerMwh())
                .put("discomfortUsd", result.discomfortUsd())
                .put("binding", result.binding().name())
                .put("bindingWords", result.binding().words());
        return path
                ? line.put("fromInterval", result.fromInterval())
                        .put("bessWithKwh", result.bessWithKwh())
                        .put("bessWithoutKwh", result.bessWithoutKwh())
                : line;
    }
}
