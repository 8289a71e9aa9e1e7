package org.vppworkbench.sample.imports.source;

/** Takes the rows of a table one after the other. */
@FunctionalInterface
public interface RowReader {
    /**
     * Takes a row.
     *
     * @throws InputRefusedException to end the reading
     */
    void row(TableRow row) throws InputRefusedException;
}
