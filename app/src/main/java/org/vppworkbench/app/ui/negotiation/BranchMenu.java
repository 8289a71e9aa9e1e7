package org.vppworkbench.app.ui.negotiation;

import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vppworkbench.model.market.Opportunity;

/** What one home could do otherwise from here on. */
final class BranchMenu extends MenuButton {
    private final BranchViewModel model;
    private final MenuItem refuseThis = item("branch-refuse-this", "mdal-block");
    private final MenuItem refuseAll = item("branch-refuse-all", "mdal-do_not_disturb");
    private final MenuItem ask = item("branch-ask", "mdal-attach_money");
    private final MenuItem leave = item("branch-leave", "mdal-directions_car");

    BranchMenu(BranchViewModel model) {
        super("Branch from here", new FontIcon("mdal-call_split"));
        this.model = model;
        setId("branch-menu");
        setMinWidth(USE_PREF_SIZE);
        String tooltip = "Runs the same again up to the message shown, lets one home do otherwise, and goes on with the same draws";
        setTooltip(new Tooltip(tooltip));
        setAccessibleText("Branch from here");
        setAccessibleHelp(tooltip);
        disableProperty().bind(model.impossibleProperty());
        refuseThis.setOnAction(event -> model.refuseThis());
        refuseAll.setOnAction(event -> model.refuseEverything());
        ask.setOnAction(event -> BranchDialogs.ask(model, getScene().getWindow()));
        leave.setOnAction(event -> BranchDialogs.leave(model, getScene().getWindow()));
        getItems().setAll(refuseThis, refuseAll, ask, leave);
        setOnShowing(event -> name());
        name();
    }

    private void name() {
        String home = model.homeProperty().get();
        Optional<Opportunity> open = model.open();
        refuseThis.setText(open.map(o -> home + " refuses " + o.id() + " (" + Words.product(o.product()) + ")")
                .orElse("This opportunity is closed: step back to refuse it"));
        refuseThis.setDisable(open.isEmpty());
        refuseAll.setText(home + " refuses everything from here on");
        ask.setText(home + " asks another price …");
        boolean car = model.hasCar();
        leave.setText(car ? home + "’s car leaves at another time …" : home + " has no car");
        leave.setDisable(!car);
    }

    private static MenuItem item(String id, String icon) {
        MenuItem item = new MenuItem("", new FontIcon(icon));
        item.setId(id);
        return item;
    }
}
