package org.vppworkbench.app.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.vppworkbench.app.action.ActionControls;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.session.Workbench;

/** The frame: menu, navigation, the pane shown, status line. Panes are made when they are first shown. */
public final class ShellView extends BorderPane {
    private static final double LEAST_WIDTH_EM = 46;
    private static final double LEAST_HEIGHT_EM = 30;

    private final Map<Pane, Supplier<Node>> makers;
    private final Map<Pane, Node> made = new EnumMap<>(Pane.class);
    private final StackPane body = new StackPane();
    private final ChangeListener<Pane> follow = (o, was, is) -> show(is);

    public ShellView(
            Workbench workbench, WorkbenchActions actions, ObjectProperty<Pane> shown, Map<Pane, Supplier<Node>> makers) {
        this.makers = Map.copyOf(makers);
        setId("shell");
        setTop(ActionControls.menuBar(actions.all()));
        setLeft(new NavigationBar(shown, actions));
        setCenter(scrolling());
        setBottom(new StatusLine(workbench));
        // a shell that was replaced must not make panes any more
        shown.addListener(new WeakChangeListener<>(follow));
        show(shown.get());
    }

    /** The pane shown grows with the window; where the window is too small for any pane, it scrolls. */
    private ScrollPane scrolling() {
        body.setMinSize(Em.of(LEAST_WIDTH_EM), Em.of(LEAST_HEIGHT_EM));
        ScrollPane scroll = new ScrollPane(body);
        scroll.setId("pane-scroll");
        scroll.setAccessibleText("Pane shown");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("form-scroll");
        return scroll;
    }

    private void show(Pane pane) {
        body.getChildren().setAll(made.computeIfAbsent(pane, p -> Objects.requireNonNull(makers.get(p)).get()));
    }
}
