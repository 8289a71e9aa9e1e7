package org.vppworkbench.app.ui.negotiation;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vppworkbench.app.action.ActionControls;
import org.vppworkbench.app.action.AppAction;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.session.KeptRun;
import org.vppworkbench.app.ui.session.LiveRun;
import org.vppworkbench.app.ui.session.Workbench;

/** Which run of the session is shown, and the way to the others; there is none while there is one run only. */
final class RunBanner extends HBox {
    private final Workbench workbench;
    private final Label title = new Label();
    private final FontIcon icon = new FontIcon("mdal-call_split");
    private final ChoiceField<KeptRun> selector;

    RunBanner(Workbench workbench, FuturesViewModel futures, AppAction back) {
        this.workbench = workbench;
        setId("run-banner");
        getStyleClass().add("run-banner");
        setAlignment(Pos.CENTER_LEFT);
        title.setId("run-title");
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(title.textProperty());
        title.setTooltip(whole);
        HBox.setHgrow(title, Priority.ALWAYS);
        selector = new ChoiceField<>("run-selector", "Shows another finished run of this session", workbench.shelf().runs(),
                kept -> "Run " + kept.live().number(), workbench::show);
        selector.setMinWidth(USE_PREF_SIZE);
        selector.setMaxWidth(USE_PREF_SIZE);
        selector.setPromptText("running …");
        Button button = ActionControls.button(back);
        button.setMinWidth(USE_PREF_SIZE);
        button.visibleProperty().bind(button.disabledProperty().not());
        button.managedProperty().bind(button.visibleProperty());
        ToggleButton both = new ToggleButton("Side by side");
        both.setId("side-by-side");
        both.getStyleClass().add("small");
        both.setMinWidth(USE_PREF_SIZE);
        both.setTooltip(new Tooltip("Shows the branch beside the run it was made from: the same hour, what differs, and what came of it"));
        both.setAccessibleText("Show the branch beside the run before");
        both.selectedProperty().bindBidirectional(futures.shownProperty());
        both.visibleProperty().bind(futures.possibleProperty());
        both.managedProperty().bind(both.visibleProperty());
        getChildren().setAll(icon, title, both, button, selector);
        workbench.runProperty().addListener((o, was, is) -> refresh());
        workbench.outcomeProperty().addListener((o, was, is) -> refresh());
        workbench.shelf().runs().addListener((ListChangeListener<KeptRun>) change -> refresh());
        refresh();
    }

    private void refresh() {
        LiveRun live = workbench.runProperty().get();
        boolean branch = live != null && live.base() != null;
        boolean several = workbench.shelf().runs().size() > 1 || branch;
        setVisible(several);
        setManaged(several);
        title.setText(live == null ? "" : live.title());
        icon.setIconLiteral(branch ? "mdal-call_split" : "mdmz-play_circle_outline");
        selector.offer(workbench.shelf().runs());
        selector.show(workbench.shelf().of(live).orElse(null));
    }
}
