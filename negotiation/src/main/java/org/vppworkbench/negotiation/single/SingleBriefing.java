package org.vppworkbench.negotiation.single;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.simulation.PresentationOrder;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.persona.Columns;
import org.vppworkbench.negotiation.persona.Fence;
import org.vppworkbench.negotiation.persona.Figures;
import org.vppworkbench.negotiation.persona.RecordedWords;

/** What a model that decides for everybody is told about an opportunity: the cost tables of all homes. */
final class SingleBriefing {
    /** What is kept of the model's words, as for the aggregator. */

    private final Figures figures;
    private final Columns columns;
    private final Fence fence;
    private final PresentationOrder order;

    SingleBriefing(Figures figures, Fence fence, PresentationOrder order) {
        this.figures = figures;
        this.columns = new Columns(figures);
        this.fence = fence;
        this.order = order;
    }

    /**
     * The homes a reply has room for, as they are presented.
     *
     * @param most at most so many: of more, those with the lowest cost
     */
    List<CostTable> shown(List<CostTable> tables, Opportunity opportunity, int most) {
        List<CostTable> cheapest = tables.stream()
                .sorted(Comparator.comparingDouble(CostTable::cheapest).thenComparing(t -> t.desk().prosumer()))
                .limit(most)
                .toList();
        List<CostTable> inFleetOrder = tables.stream().filter(cheapest::contains).toList();
        return order.of(inFleetOrder, table -> table.desk().prosumer(), opportunity.id());
    }

    /** The task. */
    String task(Opportunity opportunity, double topPrice, double leftKw, List<CostTable> shown) {
        List<String> lines = new ArrayList<>();
        lines.add(Wording.product(opportunity.product()) + ", " + figures.day(opportunity.hour()) + " "
                + figures.clock(opportunity.hour()));
        lines.add("required_kw " + Columns.kw(leftKw) + ", published_price " + columns.priceDown(topPrice));
        lines.add("home kw:least_price ...");
        shown.forEach(table -> lines.add(row(table)));
        return fence.block(lines) + "\nYour contracts:";
    }

    /** The model's words as they may stand in the record: one line of visible characters. */
    String recorded(String words) {
        return fence.clean(words, RecordedWords.MOST_KEPT);
    }

    /** The task of a second try: only what was refused, and why. */
    String repair(
            Opportunity opportunity,
            double topPrice,
            double leftKw,
            List<CostTable> shown,
            Map<String, GateVerdict> refused,
            Map<String, Double> wantedKw) {
        StringBuilder text = new StringBuilder("Your contracts with the other homes stand. Refused:");
        for (CostTable table : shown) {
            String home = table.desk().prosumer();
            GateVerdict verdict = refused.get(home);
            if (verdict != null) {
                text.append('\n').append(home).append(": ").append(reason(verdict, table.desk(), wantedKw.get(home)));
            }
        }
        return task(opportunity, topPrice, leftKw, shown).replace("\nYour contracts:", "\n") + text
                + "\nYour contracts with these homes:";
    }

    private String row(CostTable table) {
        StringBuilder row = new StringBuilder(table.desk().prosumer());
        for (CostTable.Point point : table.points()) {
            row.append(' ').append(Columns.kw(point.kw())).append(':').append(columns.priceUp(point.leastPerMwh()));
        }
        return row.toString();
    }

    /** The reason in numbers of the table: the gate speaks of prices as they are, which the model may not know. */
    private String reason(GateVerdict verdict, ProsumerDesk desk, @Nullable Double kw) {
        return switch (verdict.check()) {
            case "physics" -> "kw is more than the home can deliver or than required_kw leaves";
            case "price-cap" -> "the price is outside the market's limits";
            case "reservation", "price-floor", "owner" -> {
                WhatIfResult about = kw == null ? desk.most() : desk.about(kw);
                yield "the price must be from " + columns.priceUp(CostTable.least(desk, about))
                        + " for that kw to the published price";
            }
            case "event-limit" -> "the owner wants no more contracts that day";
            default -> verdict.check().equals("schema") ? verdict.detail() : "this contract cannot be made";
        };
    }
}
