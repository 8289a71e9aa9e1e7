package org.vppworkbench.app.ui.control;

import org.kordamp.ikonli.javafx.FontIcon;
import org.vppworkbench.model.scenario.Finding;

/** One icon and colour per severity. */
public final class SeverityIcon {
    private SeverityIcon() {}

    public static FontIcon of(Finding.Severity severity) {
        FontIcon icon = new FontIcon(switch (severity) {
            case ERROR -> "mdal-error";
            case WARNING -> "mdmz-warning";
            case INFO -> "mdal-info";
        });
        icon.getStyleClass().add("severity-" + severity.name().toLowerCase(java.util.Locale.ROOT));
        return icon;
    }
}
