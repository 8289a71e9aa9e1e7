package org.vppworkbench.app.ui.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every colour of text in the style sheet can be read on every background it declares, in both themes. */
class StyleSheetContrastTest {
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern TOKEN = Pattern.compile("(-color-[\\w-]+)\\s*:\\s*([^;]+);");

    /** What a pane, a bar, a list and a popover stand on. */
    private static final List<String> SURFACES = List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-inset", "-color-bg-overlay");

    /** A rule of the style sheet. */
    private record Rule(String selector, Map<String, String> declared) {}

    static Stream<Theme> themes() {
        return Stream.of(new PrimerLight(), new PrimerDark());
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyPairReachesTheContrastOfText(Theme theme) throws IOException {
        Map<String, String> tokens = tokens(read(theme.getUserAgentStylesheet()));
        List<Rule> rules = rules(read("/org/vppworkbench/app/ui/workbench.css"));
        List<String> faint = new ArrayList<>();
        int pairs = 0;
        for (Rule rule : rules) {
            String ink = rule.declared().get("-fx-text-fill");
            String paper = rule.declared().get("-fx-background-color");
            if (ink == null && paper == null) {
                continue;
            }
            for (String background : paper != null ? List.of(paper) : around(rule, rules)) {
                Optional<Color> behind = colour(background, tokens);
                // text without a colour of its own takes that of the theme
                Optional<Color> text = colour(ink == null ? "-color-fg-default" : ink, tokens);
                if (behind.isEmpty() || text.isEmpty() || isDecoration(rule, ink)) {
                    continue;
                }
                pairs++;
                Color below = Contrast.over(behind.get(), colour("-color-bg-default", tokens).orElseThrow());
                double ratio = Contrast.ratio(Contrast.over(text.get(), below), below);
                if (ratio < Contrast.OF_TEXT) {
                    faint.add(String.format(Locale.ROOT, "%.2f %s: %s on %s", ratio, rule.selector(), ink, background));
                }
            }
        }

        assertTrue(pairs > 60, "pairs " + pairs);
        assertEquals("", String.join("\n", faint), theme.getName());
    }

    /**
     * A literal colour without ink: that of a figure, or of the paper figures are drawn on. What is written on it has its own
     * rule, and WindowMetaTest looks at it on screen.
     */
    private static boolean isDecoration(Rule rule, String ink) {
        return ink == null && !Objects.requireNonNull(rule.declared().get("-fx-background-color")).contains("-color-");
    }

    /** The background of the nearest selector around a rule that declares one, or all surfaces. */
    private static List<String> around(Rule rule, List<Rule> rules) {
        String selector = rule.selector();
        while (selector.contains(" ")) {
            selector = selector.substring(0, selector.lastIndexOf(' ')).replaceAll("\\s*>$", "").strip();
            for (Rule other : rules) {
                String paper = other.declared().get("-fx-background-color");
                if (other.selector().equals(selector) && paper != null && !paper.equals("transparent")) {
                    return List.of(paper);
                }
            }
        }
        return SURFACES;
    }

    private static List<Rule> rules(String css) {
        List<Rule> rules = new ArrayList<>();
        Matcher matcher = RULE.matcher(css.replaceAll("(?s)/\\*.*?\\*/", ""));
        while (matcher.find()) {
            Map<String, String> declared = new LinkedHashMap<>();
            for (String declaration : matcher.group(2).split(";", -1)) {
                int colon = declaration.indexOf(':');
                if (colon > 0) {
                    declared.put(declaration.substring(0, colon).strip(), declaration.substring(colon + 1).strip());
                }
            }
            for (String selector : matcher.group(1).split(",", -1)) {
                rules.add(new Rule(selector.strip(), declared));
            }
        }
        return rules;
    }

    private static Map<String, String> tokens(String css) {
        Map<String, String> tokens = new LinkedHashMap<>();
        Matcher matcher = TOKEN.matcher(css);
        while (matcher.find()) {
            tokens.putIfAbsent(matcher.group(1), matcher.group(2).strip());
        }
        return tokens;
    }

    /** The colour of a token or literal; of several layers the uppermost. Empty for none. */
    private static Optional<Color> colour(String value, Map<String, String> tokens) {
        String last = value.contains("(") ? value : value.substring(value.lastIndexOf(',') + 1).strip();
        if (last.startsWith("-color-")) {
            assertTrue(tokens.containsKey(last), "no colour " + last + " in the theme");
            return colour(Objects.requireNonNull(tokens.get(last)), tokens);
        }
        return last.equals("transparent") || last.equals("inherit") || last.startsWith("-fx") ? Optional.empty() : Optional.of(Color.web(last));
    }

    private static String read(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(StyleSheetContrastTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
