package org.vppworkbench.sample.imports.source;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import org.vppworkbench.model.scenario.Finding;

/** Characters of a part, with a limit per record: an open quote cannot swallow the whole file into memory. */
final class RecordReader extends FilterReader {
    /** Parsers read ahead by one buffer. */
    private static final int AHEAD = 1 << 16;

    private final String name;
    private final BudgetStream.Budget budget;
    private long sinceRecord;
    private long records;

    RecordReader(Reader in, String name, BudgetStream.Budget budget) {
        super(in);
        this.name = name;
        this.budget = budget;
    }

    /** A record is complete; the next may be as long again. */
    void record() throws InputRefusedException {
        sinceRecord = 0;
        records++;
        budget.row(name);
    }

    /** Everything, up to a number of characters. */
    String all(int characters) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[8192];
        int read = read(buffer, 0, buffer.length);
        while (read >= 0) {
            sinceRecord = 0;
            text.append(buffer, 0, read);
            if (text.length() > characters) {
                throw new InputRefusedException(
                        Finding.error(name, null, "the file is too long", "up to " + characters + " characters"));
            }
            read = read(buffer, 0, buffer.length);
        }
        return text.toString();
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(buffer, offset, length);
        } catch (CharacterCodingException e) {
            throw new InputRefusedException(
                    Finding.error(name + ", after row " + records, null, "the text is not UTF-8", "UTF-8"));
        }
        sinceRecord += Math.max(0, read);
        if (sinceRecord > budget.limits().recordChars() + AHEAD) {
            throw new InputRefusedException(Finding.error(
                    name + ", row " + (records + 1), null, "the row is too long; a quote may be open",
                    "up to " + budget.limits().recordChars() + " characters"));
        }
        return read;
    }
}
