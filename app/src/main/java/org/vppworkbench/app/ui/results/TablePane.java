package org.vppworkbench.app.ui.results;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.TableCsv;

/** A table with its heading; it can be copied and saved with headings and units. */
final class TablePane extends VBox {
    private final Label heading = new Label();

    /**
     * @param title heading
     * @param name node ids {@code copy-name} and {@code csv-name}
     * @param file name of the file without its ending
     * @param onCsv saves a table under a name
     * @param controls between heading and buttons
     */
    TablePane(
            String title, String name, Supplier<String> file, TableView<?> table, BiConsumer<String, TableView<?>> onCsv, Node... controls) {
        heading.setText(title);
        heading.getStyleClass().add("section-title");
        heading.setMinWidth(0);
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        Button copy = button("copy-" + name, "", "mdal-content_copy", "Copies this table with its headings, to be pasted into a sheet");
        copy.setOnAction(event -> copy(table));
        Button save = button("csv-" + name, "CSV", "mdmz-save_alt", "Saves this table as CSV with its headings");
        save.setOnAction(event -> onCsv.accept(file.get(), table));
        HBox bar = new HBox(heading);
        bar.getChildren().addAll(controls);
        bar.getChildren().addAll(copy, save);
        bar.getStyleClass().add("figure-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(bar, table);
        // a table asks for the height it had before
        table.setMinHeight(0);
        VBox.setVgrow(table, Priority.ALWAYS);
        getStyleClass().add("column");
        setMinHeight(Em.of(6));
    }

    TablePane(String title, String name, TableView<?> table, BiConsumer<String, TableView<?>> onCsv) {
        this(title, name, () -> name, table, onCsv);
    }

    void setTitle(String title) {
        heading.setText(title);
    }

    private static Button button(String id, String text, String icon, String tooltip) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("flat");
        button.setTooltip(new Tooltip(tooltip));
        button.setAccessibleText(tooltip);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static void copy(TableView<?> table) {
        ClipboardContent content = new ClipboardContent();
        content.putString(TableCsv.of(table).tabbed());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
