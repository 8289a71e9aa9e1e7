package org.vppworkbench.sample.imports;

import java.util.List;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.sample.imports.source.ImportSource;

/**
 * Reads files of one published format. An importer keeps no state: the same files and options give the same result.
 * Whatever the files hold, the answer is a value or findings with file, row and column, never an exception, and never a
 * part of the series.
 */
public interface Importer {
    /** Name on the command line: {@code oasis}. */
    String id();

    /** Name for people. */
    String title();

    /**
     * Reads files that belong together; series that go on from file to file are joined.
     *
     * @param files at least one
     * @param options what the user chose
     */
    Reading<Imported> read(List<ImportSource> files, ImportOptions options);
}
