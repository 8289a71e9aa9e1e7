package org.vppworkbench.app.ui.negotiation;

import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.EmptyState;
import org.vppworkbench.app.ui.session.LiveRun;
import org.vppworkbench.model.inputs.ProsumerInputs;

/** The turns of the hour; arrow keys, Home and End select. The selected turn stays in sight. */
final class DialogueList extends ListView<Turn> {
    private final NegotiationViewModel model;
    private final ChangeListener<Turn> onSelected;
    /** Heights of turns are only known once they are laid out; then the dialogue is scrolled again. */
    private final PauseTransition settle = new PauseTransition(Duration.millis(60));

    private final ChangeListener<Object> onDetail;
    private final TransportViewModel transport;
    private boolean following;

    /**
     * @param id node id
     */
    DialogueList(TransportViewModel transport, NegotiationViewModel model, String id) {
        this.transport = transport;
        this.model = model;
        setId(id);
        setCellFactory(list -> new TurnCell(list, home -> home(transport, home)));
        getStyleClass().add("dialogue");
        setAccessibleText("Dialogue of the hour shown; up and down select a turn");
        EmptyState nothing = new EmptyState("mdal-forum", "");
        setPlaceholder(nothing);
        Runnable explain = () -> {
            if (getItems().isEmpty()) {
                nothing.setText(model.whyNothingIsSaid());
            }
        };
        explain.run();
        ObservableList<Turn> turns = model.turns();
        turns.addListener((ListChangeListener<Turn>) change -> explain.run());
        transport.runProperty().addListener((o, was, is) -> explain.run());
        getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null && is.explicable() && !following) {
                model.selectedProperty().set(is);
            }
        });
        onSelected = (o, was, is) -> {
            if (!transport.isFast()) {
                follow(is);
            }
        };
        // faster than one can read, the list is scrolled as often as charts are drawn
        onDetail = (o, was, is) -> {
            if (transport.isFast() || !transport.playingProperty().get()) {
                follow(model.selectedProperty().get());
            }
        };
        model.filterProperty().addListener((o, was, is) -> follow(model.selectedProperty().get()));
        attend();
    }

    /** Shows what the view model has, from now on. */
    void attend() {
        forget();
        setItems(model.turns());
        transport.detailProperty().addListener(onDetail);
        model.selectedProperty().addListener(onSelected);
        follow(model.selectedProperty().get());
    }

    /** Lets go of the view model while nobody looks. */
    void forget() {
        model.selectedProperty().removeListener(onSelected);
        transport.detailProperty().removeListener(onDetail);
        settle.stop();
        setItems(javafx.collections.FXCollections.emptyObservableList());
    }

    private static @Nullable ProsumerInputs home(TransportViewModel transport, String home) {
        LiveRun run = transport.runProperty().get();
        return run == null ? null : Why.home(run.scenario().inputs(), home);
    }

    private void follow(@Nullable Turn turn) {
        int size = getItems().size();
        int index = turn == null ? -1 : lastIndexOf(turn);
        following = true;
        if (index >= 0 && getSelectionModel().getSelectedIndex() != index) {
            getSelectionModel().select(index);
        }
        if (size > 0 && index < 0) {
            getSelectionModel().clearSelection();
        }
        following = false;
        boolean latest = turn == null || index >= size - 2;
        int top = latest ? size - 1 : Math.max(0, index - 1);
        if (isFocused() && index >= 0 && !latest) {
            // the list scrolls by itself while the arrow keys move through it
            return;
        }
        scrollTo(top);
        settle.setOnFinished(event -> scrollTo(top));
        settle.playFromStart();
    }

    /** From the end, where the turn told of is while playing. */
    private int lastIndexOf(Turn turn) {
        for (int i = getItems().size() - 1; i >= 0; i--) {
            if (getItems().get(i) == turn) {
                return i;
            }
        }
        return -1;
    }
}
