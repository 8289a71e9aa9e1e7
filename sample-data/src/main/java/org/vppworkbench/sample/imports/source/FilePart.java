package org.vppworkbench.sample.imports.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.vppworkbench.model.scenario.Finding;

/** One text of a source: the file itself, or an entry of a ZIP. */
public final class FilePart {
    private static final int LOOK = 512;

    private final String name;
    private final BufferedInputStream in;
    private final BudgetStream.Budget budget;
    private final Form form;

    /** What the first characters look like. */
    public enum Form {
        /** Nothing but blanks. */
        EMPTY,
        /** A web page. */
        HTML,
        XML,
        JSON,
        /** Anything else. */
        TEXT
    }

    private FilePart(String name, BufferedInputStream in, BudgetStream.Budget budget, Form form) {
        this.name = name;
        this.in = in;
        this.budget = budget;
        this.form = form;
    }

    /** Looks at the first bytes; a part that is no text is refused. */
    static FilePart of(String name, InputStream stream, BudgetStream.Budget budget) throws IOException {
        BufferedInputStream in = new BufferedInputStream(stream, 1 << 16);
        in.mark(LOOK);
        byte[] head = in.readNBytes(LOOK);
        in.reset();
        refuseBinary(name, head);
        int from = hasMark(head) ? 3 : 0;
        in.skipNBytes(from);
        String text = new String(head, from, head.length - from, StandardCharsets.UTF_8)
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return new FilePart(name, in, budget, form(text));
    }

    private static Form form(String text) {
        if (text.isEmpty()) {
            return Form.EMPTY;
        }
        if (text.startsWith("<!doctype html") || text.startsWith("<html") || text.contains("<html")) {
            return Form.HTML;
        }
        return switch (text.charAt(0)) {
            case '<' -> Form.XML;
            case '{', '[' -> Form.JSON;
            default -> Form.TEXT;
        };
    }

    private static void refuseBinary(String name, byte[] head) throws InputRefusedException {
        String found = null;
        if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) {
            found = "UTF-16 text";
        } else if (startsWith(head, 'P', 'K', 3, 4)) {
            found = "a ZIP inside a ZIP";
        } else if (startsWith(head, 0x1f, 0x8b)) {
            found = "a gzip file";
        } else if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) {
            found = "an Excel workbook";
        } else if (startsWith(head, '%', 'P', 'D', 'F')) {
            found = "a PDF document";
        } else {
            for (byte b : head) {
                if (b == 0) {
                    found = "a binary file";
                }
            }
        }
        if (found != null) {
            throw new InputRefusedException(Finding.error(name, null, "this is " + found, "UTF-8 text, or a ZIP of it"));
        }
    }

    private static boolean startsWith(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasMark(byte[] head) {
        return startsWith(head, 0xef, 0xbb, 0xbf);
    }

    /** Name for findings: of an entry {@code file.zip!entry.csv}. */
    public String name() {
        return name;
    }

    public Form form() {
        return form;
    }

    /** The characters, without byte order mark; bytes that are not UTF-8 end the reading. */
    RecordReader reader() {
        return new RecordReader(
                new InputStreamReader(
                        in,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                name,
                budget);
    }

    /**
     * The whole text, for formats that are one document.
     *
     * @throws InputRefusedException where it is longer than {@code characters} or not UTF-8
     */
    public String text(int characters) throws IOException {
        try (RecordReader reader = reader()) {
            return reader.all(characters);
        }
    }
}
