package org.vppworkbench.app.ui.negotiation;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/** Hits of the words sought among the turns of the hour, and the way from one to the next. */
final class TurnSearch {
    private final NegotiationViewModel model;
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper(this, "count", "");

    TurnSearch(NegotiationViewModel model) {
        this.model = model;
        model.filterProperty().addListener((o, was, is) -> tell());
        model.selectedProperty().addListener((o, was, is) -> tell());
        model.turns().addListener((ListChangeListener<Turn>) change -> tell());
    }

    /** Such as {@code 2 of 7}; empty while nothing is sought. */
    ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Selects the next hit after the selected turn, round the end. */
    void next() {
        step(1);
    }

    /** Selects the hit before the selected turn, round the start. */
    void previous() {
        step(-1);
    }

    private void step(int direction) {
        List<Turn> hits = hits();
        if (hits.isEmpty()) {
            return;
        }
        int from = at(hits);
        int next = from >= 0 ? from + direction : direction > 0 ? 0 : hits.size() - 1;
        model.selectedProperty().set(hits.get(Math.floorMod(next, hits.size())));
    }

    private List<Turn> hits() {
        List<Turn> hits = new ArrayList<>();
        for (Turn turn : model.turns()) {
            if (turn.side() != Turn.Side.ROUND && turn.side() != Turn.Side.HEADING) {
                hits.add(turn);
            }
        }
        return hits;
    }

    private int at(List<Turn> hits) {
        @Nullable Turn selected = model.selectedProperty().get();
        return selected == null ? -1 : hits.indexOf(selected);
    }

    private void tell() {
        if (model.filterProperty().get().text().isBlank()) {
            count.set("");
            return;
        }
        List<Turn> hits = hits();
        int at = at(hits);
        count.set(hits.isEmpty() ? "no hit" : at < 0 ? hits.size() + (hits.size() == 1 ? " hit" : " hits") : (at + 1) + " of " + hits.size());
    }
}
