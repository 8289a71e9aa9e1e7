package org.vppworkbench.app.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.jspecify.annotations.Nullable;

/** Text within a paragraph, a heading or a cell: bold, italic, code, links, and highlighted words. */
final class InlineText {
    private final @Nullable Pattern marks;
    private final Consumer<String> onLink;
    private javafx.scene.@Nullable Node firstMark;

    InlineText(String marked, Consumer<String> onLink) {
        String words = Splitting.words(marked).stream().map(Pattern::quote).collect(Collectors.joining("|"));
        this.marks = words.isEmpty() ? null : Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        this.onLink = onLink;
    }

    javafx.scene.@Nullable Node firstMark() {
        return firstMark;
    }

    TextFlow flow(Node parent) {
        TextFlow flow = new TextFlow();
        add(parent, List.of(), flow);
        return flow;
    }

    /** The text of a node without its marks. */
    static String words(Node parent) {
        StringBuilder words = new StringBuilder();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            words.append(switch (node) {
                case org.commonmark.node.Text text -> text.getLiteral();
                case Code code -> code.getLiteral();
                case SoftLineBreak line -> " ";
                default -> words(node);
            });
        }
        return words.toString();
    }

    /** The anchor of a heading, as web hosts of repositories make it. */
    static String anchor(Node heading) {
        return HelpAnchors.of(words(heading));
    }

    private void add(Node parent, List<String> styles, TextFlow flow) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case org.commonmark.node.Text text -> text(text.getLiteral(), styles, flow);
                case SoftLineBreak line -> text(" ", styles, flow);
                case HardLineBreak line -> text("\n", styles, flow);
                case Code code -> text(code.getLiteral(), plus(styles, "help-mono"), flow);
                case StrongEmphasis strong -> add(strong, plus(styles, "help-strong"), flow);
                case Emphasis emphasis -> add(emphasis, plus(styles, "help-italic"), flow);
                case Link link -> flow.getChildren().add(link(link));
                case HtmlInline html -> { }
                default -> add(node, styles, flow);
            }
        }
    }

    private Hyperlink link(Link link) {
        Hyperlink shown = new Hyperlink(words(link));
        shown.setId("help-link");
        shown.setTooltip(new Tooltip(link.getDestination()));
        shown.setAccessibleText(shown.getText());
        shown.getStyleClass().add("help-link");
        shown.setOnAction(event -> onLink.accept(link.getDestination()));
        return shown;
    }

    private void text(String literal, List<String> styles, TextFlow flow) {
        Matcher matcher = marks == null ? null : marks.matcher(literal);
        int from = 0;
        while (matcher != null && matcher.find()) {
            plain(literal.substring(from, matcher.start()), styles, flow);
            Label mark = new Label(matcher.group());
            mark.getStyleClass().add("help-mark");
            mark.getStyleClass().addAll(styles);
            firstMark = firstMark == null ? mark : firstMark;
            flow.getChildren().add(mark);
            from = matcher.end();
        }
        plain(literal.substring(from), styles, flow);
    }

    private static void plain(String words, List<String> styles, TextFlow flow) {
        if (!words.isEmpty()) {
            Text text = new Text(words);
            text.getStyleClass().add("help-text");
            text.getStyleClass().addAll(styles);
            flow.getChildren().add(text);
        }
    }

    private static List<String> plus(List<String> styles, String more) {
        List<String> all = new ArrayList<>(styles);
        all.add(more);
        return all;
    }
}
