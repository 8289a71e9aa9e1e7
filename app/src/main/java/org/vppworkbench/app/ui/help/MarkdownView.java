package org.vppworkbench.app.ui.help;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Em;

/** Shows CommonMark with tables, links, images and code as JavaFX nodes; no browser is needed. */
final class MarkdownView extends VBox {
    private static final double IMAGE_EM = 44;

    private final InlineText inline;

    /**
     * @param marked words to be highlighted, or empty
     * @param onLink takes the target of a link
     */
    MarkdownView(String markdown, String marked, Consumer<String> onLink) {
        this.inline = new InlineText(marked, onLink);
        getStyleClass().add("help-page");
        blocks(Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(markdown), this);
    }

    /** The first highlighted text, or {@code null}. */
    javafx.scene.@Nullable Node firstMark() {
        return inline.firstMark();
    }

    /** The heading that a link {@code #anchor} means, or {@code null}. */
    javafx.scene.@Nullable Node heading(String anchor) {
        return getChildren().stream().filter(node -> ("heading-" + anchor).equals(node.getId())).findFirst().orElse(null);
    }

    private void blocks(Node parent, VBox box) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            javafx.scene.Node shown = block(node);
            if (shown != null) {
                box.getChildren().add(shown);
            }
        }
    }

    private javafx.scene.@Nullable Node block(Node node) {
        return switch (node) {
            case Heading heading -> heading(heading);
            case Paragraph paragraph when paragraph.getFirstChild() instanceof org.commonmark.node.Image image && image.getNext() == null ->
                picture(image);
            case Paragraph paragraph -> inline.flow(paragraph);
            case BulletList list -> list(list, false);
            case OrderedList list -> list(list, true);
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            case BlockQuote quote -> quote(quote);
            case TableBlock table -> table(table);
            case ThematicBreak rule -> line();
            default -> null;
        };
    }

    private TextFlow heading(Heading heading) {
        TextFlow flow = inline.flow(heading);
        flow.getStyleClass().add("help-h" + Math.min(4, heading.getLevel()));
        flow.setId("heading-" + InlineText.anchor(heading));
        return flow;
    }

    private VBox list(ListBlock list, boolean ordered) {
        VBox box = new VBox();
        box.getStyleClass().add("help-list");
        int n = 0;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem entry) {
                Label bullet = new Label(ordered ? ++n + "." : "•");
                bullet.setMinWidth(Em.of(ordered ? 1.7 : 1));
                VBox body = new VBox();
                body.getStyleClass().add("help-item");
                HBox.setHgrow(body, Priority.ALWAYS);
                blocks(entry, body);
                box.getChildren().add(new HBox(bullet, body));
            }
        }
        return box;
    }

    private VBox quote(BlockQuote quote) {
        VBox box = new VBox();
        box.getStyleClass().add("help-quote");
        blocks(quote, box);
        return box;
    }

    private static Label code(String text) {
        Label label = new Label(text.stripTrailing());
        label.getStyleClass().add("help-code");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Region line() {
        Region line = new Region();
        line.getStyleClass().add("help-line");
        return line;
    }

    private static javafx.scene.Node picture(org.commonmark.node.Image image) {
        String words = InlineText.words(image);
        var resource = MarkdownView.class.getResource(HelpLibrary.FOLDER + image.getDestination());
        if (resource == null) {
            return new Label("Picture: " + words);
        }
        Image picture = new Image(resource.toExternalForm(), true);
        ImageView view = new ImageView(picture);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setFitWidth(Em.of(IMAGE_EM));
        view.setAccessibleText(words);
        Label caption = new Label(words);
        caption.getStyleClass().add("muted");
        caption.setWrapText(true);
        return new VBox(view, caption);
    }

    private GridPane table(TableBlock table) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("help-table");
        int row = 0;
        int columns = 0;
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node line = part.getFirstChild(); line != null; line = line.getNext()) {
                if (line instanceof TableRow cells) {
                    columns = Math.max(columns, row(grid, cells, row++));
                }
            }
        }
        for (int i = 0; i < columns; i++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setMinWidth(Em.of(3));
            constraints.setHgrow(Priority.SOMETIMES);
            grid.getColumnConstraints().add(constraints);
        }
        return grid;
    }

    private int row(GridPane grid, TableRow cells, int row) {
        int column = 0;
        for (Node node = cells.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof TableCell cell) {
                TextFlow flow = inline.flow(cell);
                flow.getStyleClass().add(cell.isHeader() ? "help-head" : "help-cell");
                // wide enough to be read: the longer the text the wider, within limits
                flow.setPrefWidth(Em.of(Math.clamp(InlineText.words(cell).length() * 0.45, 4, 22)));
                flow.setMaxHeight(Double.MAX_VALUE);
                grid.add(flow, column++, row);
            }
        }
        return column;
    }
}
