package org.vppworkbench.negotiation.persona;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.vppworkbench.model.message.TextHash;

/**
 * The delimited channel for data in a prompt. Its marks carry a number that is drawn from the seed of the run, so that text
 * written before cannot know them; and no text inside may hold the characters of a mark.
 */
public final class Fence {
    private static final int NONCE_DIGITS = 12;
    private static final String ELLIPSIS = "...";

    private final String nonce;

    /**
     * @param seed master seed of the run
     */
    public Fence(long seed) {
        this.nonce = TextHash.sha256("vpp-workbench data fence " + seed).substring(0, NONCE_DIGITS);
    }

    public String open() {
        return "<<<DATA " + nonce + ">>>";
    }

    public String close() {
        return "<<<END " + nonce + ">>>";
    }

    /** Lines as data. Each line is cleaned, whoever wrote it. */
    public String block(List<String> lines) {
        StringBuilder block = new StringBuilder(open());
        lines.forEach(line -> block.append('\n').append(clean(line, line.length())));
        return block.append('\n').append(close()).toString();
    }

    /**
     * Text that cannot leave the channel: one line of visible characters, look-alikes made plain, angle brackets and
     * backticks replaced, the mark's number struck out, and not longer than allowed.
     */
    public String clean(String text, int most) {
        String cut = text.length() > 4L * most + 16 ? text.substring(0, 4 * most + 16) : text;
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(cut, Normalizer.Form.NFKC).codePoints().forEach(c -> plain.appendCodePoint(visible(c)));
        String line = strike(plain.toString()).replaceAll("\\s+", " ").strip();
        return line.length() <= most ? line : line.substring(0, Math.max(end(line, most), 0)) + ELLIPSIS;
    }

    /** Where to cut so that no pair of surrogates is torn. */
    private static int end(String line, int most) {
        int end = most - ELLIPSIS.length();
        return end > 0 && Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end;
    }

    private String strike(String text) {
        String struck = text;
        int at = struck.toLowerCase(Locale.ROOT).indexOf(nonce);
        while (at >= 0) {
            struck = struck.substring(0, at) + "#" + struck.substring(at + NONCE_DIGITS);
            at = struck.toLowerCase(Locale.ROOT).indexOf(nonce);
        }
        return struck;
    }

    private static int visible(int c) {
        return switch (c) {
            case '<', '\u2039', '\u00ab', '\u27e8', '\u3008', '\u300a' -> '(';
            case '>', '\u203a', '\u00bb', '\u27e9', '\u3009', '\u300b' -> ')';
            case '`' -> '\'';
            default -> switch (Character.getType(c)) {
                case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE,
                        Character.UNASSIGNED, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                        Character.SPACE_SEPARATOR -> ' ';
                default -> c;
            };
        };
    }
}
