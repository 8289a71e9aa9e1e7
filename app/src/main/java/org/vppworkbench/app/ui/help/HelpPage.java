package org.vppworkbench.app.ui.help;

/**
 * A page of the help.
 *
 * @param name of its file without ending, such as {@code model}
 * @param title its first heading
 * @param markdown CommonMark with tables
 */
public record HelpPage(String name, String title, String markdown) {
    static HelpPage of(String name, String markdown) {
        String title = markdown.lines().filter(line -> line.startsWith("# ")).findFirst().map(line -> line.substring(2).strip()).orElse(name);
        return new HelpPage(name, title, markdown);
    }
}
