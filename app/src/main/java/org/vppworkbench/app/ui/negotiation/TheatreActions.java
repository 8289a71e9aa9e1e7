package org.vppworkbench.app.ui.negotiation;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.vppworkbench.app.action.AppAction;

/** What can be done with the negotiation beyond stepping. */
public final class TheatreActions {
    private TheatreActions() {}

    /**
     * The actions.
     *
     * @param present opens the presentation
     */
    public static List<AppAction> of(
            TransportViewModel transport, NegotiationViewModel negotiation, FuturesViewModel futures, Runnable present) {
        var none = transport.runProperty().isNull();
        var nothingSought = negotiation.search().countProperty().isEmpty();
        return List.of(
                of(AppAction.Group.RUN, "full-speed", "Play all at full speed", "Plays the run from its start, as fast as the window can show it", "mdal-fast_forward", "Shortcut+Shift+Space", none,
                        transport::playFromStartAtFullSpeed),
                of(AppAction.Group.EDIT, "next-hit", "Next hit", "Selects the next turn that contains the words sought", "mdal-keyboard_arrow_down", "F3", nothingSought,
                        negotiation.search()::next),
                of(AppAction.Group.EDIT, "previous-hit", "Previous hit", "Selects the turn before that contains the words sought", "mdal-keyboard_arrow_up", "Shift+F3", nothingSought,
                        negotiation.search()::previous),
                new AppAction("futures", AppAction.Group.RUN, "Side by side", "Shows a branch beside the run it was made from, or the branch alone again", "mdal-call_split",
                        KeyCombination.valueOf("Shortcut+Shift+B"), Bindings.not(futures.possibleProperty()),
                        () -> futures.shownProperty().set(!futures.shownProperty().get())),
                new AppAction("presentation", AppAction.Group.VIEW, "Presentation", "Full screen for a talk: timeline, dialogue and offers in larger type; Escape ends it",
                        "mdal-cast", KeyCombination.valueOf("F11"), none, present));
    }

    private static AppAction of(
            AppAction.Group group, String id, String text, String tooltip, String icon, String keys, ObservableBooleanValue off, Runnable body) {
        return new AppAction(id, group, text, tooltip, icon, KeyCombination.valueOf(keys), off, body);
    }
}
