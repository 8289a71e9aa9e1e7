package org.vppworkbench.sample.imports.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.vppworkbench.model.scenario.Finding;

/** Passes on unpacked bytes until an import has read as many as it may, or a ZIP unpacks to far more than it packed. */
final class BudgetStream extends FilterInputStream {
    private static final long RATIO_FROM = 1_000_000;

    private final String name;
    private final Budget budget;
    private final CountedStream packed;
    private final boolean zip;
    private final long packedBefore;
    private long count;

    BudgetStream(InputStream in, String name, Budget budget, CountedStream packed, boolean zip) {
        super(in);
        this.name = name;
        this.budget = budget;
        this.packed = packed;
        this.zip = zip;
        this.packedBefore = packed.count();
    }

    /** What is left to all files of an import. */
    static final class Budget {
        private final ReadLimits limits;
        private long bytes;
        private long rows;

        Budget(ReadLimits limits) {
            this.limits = limits;
        }

        ReadLimits limits() {
            return limits;
        }

        /** Takes one row off. */
        void row(String file) throws InputRefusedException {
            if (++rows > limits.rows()) {
                throw new InputRefusedException(
                        Finding.error(file, null, "too many rows", "up to " + limits.rows() + " rows in one import"));
            }
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            count += read;
            budget.bytes += read;
            check();
        }
        return read;
    }

    private void check() throws InputRefusedException {
        if (budget.bytes > budget.limits.bytes()) {
            throw new InputRefusedException(Finding.error(
                    name, null, "the files are too large", "up to " + budget.limits.bytes() + " bytes unpacked in one import"));
        }
        // the first bytes of the next entries may be read ahead, but never fewer than were needed for this one
        long compressed = Math.max(1, packed.count() - packedBefore + 1024);
        if (zip && count > RATIO_FROM && count / compressed > budget.limits.ratio()) {
            throw new InputRefusedException(Finding.error(
                    name, "more than " + count / compressed + " times", "the entry unpacks to far more than it packed, as a ZIP bomb does",
                    "up to " + budget.limits.ratio() + " times"));
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        // the entries of a ZIP share one stream, which its opener closes
    }
}
