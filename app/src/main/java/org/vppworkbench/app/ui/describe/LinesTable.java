package org.vppworkbench.app.ui.describe;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Columns;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.SeverityIcon;
import org.vppworkbench.model.scenario.Finding;

/** The homes of a text with one a line: what was read of each, and whether it is added. */
final class LinesTable extends TableView<DescribedLine> {
    private final DescribeViewModel model;
    private boolean showing;

    /**
     * @param chosen takes the line that the user selected; not one that was selected by the caret
     */
    LinesTable(DescribeViewModel model, Consumer<DescribedLine> chosen) {
        super(model.lines());
        this.model = model;
        setId("describe-lines");
        setAccessibleText("Homes described, one a line; space includes or leaves out the selected one");
        setFixedCellSize(Em.of(2.1));
        setPlaceholder(new Label("One home a line"));
        TableColumn<DescribedLine, DescribedLine> include = column("Add", "Whether the home is added; space in the table changes it", 3.4);
        include.setCellFactory(c -> new IncludeCell(model));
        getColumns().add(include);
        getColumns().add(Columns.number("Line", "Line of the text", 3.4, "%.0f", DescribedLine::number));
        TableColumn<DescribedLine, DescribedLine> worst = column("", "The gravest finding about the home", 2.6);
        worst.setCellFactory(c -> new WorstCell());
        getColumns().add(worst);
        getColumns().add(Columns.filling(Columns.text("What was read", "What the line says, without the defaults", 12, LinesTable::summary)));
        Columns.fill(this);
        getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (!showing && is != null && !is.equals(model.shownProperty().get())) {
                model.show(is);
                chosen.accept(is);
            }
        });
        model.shownProperty().addListener((o, was, is) -> mark(is));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            DescribedLine line = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && line != null && line.home().isAddable()) {
                model.include(line, !line.included());
                event.consume();
            }
        });
    }

    private void mark(@Nullable DescribedLine line) {
        showing = true;
        if (line != null && model.lines().contains(line)) {
            getSelectionModel().select(line);
        }
        showing = false;
    }

    private static TableColumn<DescribedLine, DescribedLine> column(String title, String tooltip, double widthEm) {
        TableColumn<DescribedLine, DescribedLine> column = Columns.column(title, tooltip, widthEm);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setSortable(false);
        return column;
    }

    private static String summary(DescribedLine line) {
        String said = line.home().summary();
        return said.isEmpty() ? "nothing was read" : said;
    }

    private static final class IncludeCell extends TableCell<DescribedLine, DescribedLine> {
        private final CheckBox box = new CheckBox();

        IncludeCell(DescribeViewModel model) {
            setAlignment(Pos.CENTER);
            box.setFocusTraversable(false);
            box.setTooltip(new Tooltip("Adds this home with the others"));
            box.setOnAction(event -> {
                DescribedLine line = getItem();
                if (line != null) {
                    model.include(line, box.isSelected());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable DescribedLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            box.setId("describe-include-" + line.number());
            box.setSelected(line.included());
            box.setDisable(!line.home().isAddable());
            box.setAccessibleText("Add the home of line " + line.number());
            setGraphic(box);
        }
    }

    private static final class WorstCell extends TableCell<DescribedLine, DescribedLine> {
        private final Tooltip tooltip = new Tooltip();

        @Override
        protected void updateItem(@Nullable DescribedLine line, boolean empty) {
            super.updateItem(line, empty);
            Finding worst = empty || line == null ? null : line.worst().orElse(null);
            setGraphic(worst == null ? null : SeverityIcon.of(worst.severity()));
            setTooltip(worst == null ? null : tooltip);
            tooltip.setText(worst == null ? "" : worst.sentence());
            setAccessibleText(worst == null ? "no findings" : worst.oneLine());
        }
    }
}
