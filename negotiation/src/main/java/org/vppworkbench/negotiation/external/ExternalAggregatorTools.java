package org.vppworkbench.negotiation.external;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.CoalitionSolver.Ask;
import org.vppworkbench.model.market.CoalitionSolver.Coalition;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.negotiation.agent.language.ReplyFault;
import org.vppworkbench.negotiation.external.AgentTalk.Tools;
import org.vppworkbench.negotiation.protocol.AggregatorTurn;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.Position;
import org.vppworkbench.negotiation.protocol.Stage;

/**
 * The tools of the aggregator's program in one turn: the coalition problem over the standing asks, and what was announced.
 *
 * @param solver of the coalition problem
 * @param view what the aggregator sees
 * @param notebook what was announced, and own contracts
 * @param turn number of the turn
 */
record ExternalAggregatorTools(CoalitionSolver solver, AggregatorTurn view, Notebook notebook, int turn) implements Tools {
    @Override
    public @Nullable LineWriter answer(String type, LineFields question) throws ReplyFault {
        if (type.equals("market")) {
            question.nothingElse();
            return notebook.market(turn);
        }
        if (!type.equals("coalition")) {
            return null;
        }
        Double value = question.optionalNumber("valueUsdPerMwh");
        question.nothingElse();
        return coalition(value == null ? view.opportunity().forecastPrice() : value);
    }

    /** The standing asks that would be chosen if a MWh were worth so much. */
    private LineWriter coalition(double valuePerMwh) {
        List<Ask> asks = new ArrayList<>();
        for (Position position : view.positions()) {
            Offer ask = position.ask();
            if (position.stage() == Stage.ASKED && ask != null) {
                Terms terms = ask.terms();
                asks.add(new Ask(position.prosumer(), terms.kw(), terms.minKw(), terms.pricePerMwh()));
            }
        }
        Coalition chosen = solver.solve(asks, valuePerMwh, view.leftKw());
        List<LineWriter> members = new ArrayList<>();
        for (int i = 0; i < asks.size(); i++) {
            double kw = chosen.kw().get(i);
            if (kw > 0) {
                members.add(new LineWriter()
                        .put("home", asks.get(i).prosumer())
                        .put("kw", kw)
                        .put("usdPerMwh", asks.get(i).pricePerMwh()));
            }
        }
        return LineWriter.of("coalition_result")
                .put("turn", turn)
                .objects("members", members)
                .put("profitUsd", chosen.expectedProfitUsd())
                .put("marginalUsdPerMwh", chosen.marginalValuePerMwh());
    }
}
