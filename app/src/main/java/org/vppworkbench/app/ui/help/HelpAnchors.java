package org.vppworkbench.app.ui.help;

import java.util.Locale;

/** What a link to a heading is called. */
final class HelpAnchors {
    private HelpAnchors() {}

    /** As web hosts of repositories make it: small letters, hyphens for spaces, other signs left out but for those of a symbol alone. */
    static String of(String heading) {
        String letters = heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "").strip().replace(' ', '-');
        // W and W*, which differ in a sign only, are told apart
        return heading.endsWith("*") ? letters + "-star" : letters;
    }
}
