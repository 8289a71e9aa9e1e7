package org.vppworkbench.sample.imports.market;

import java.io.IOException;
import org.vppworkbench.sample.imports.source.CsvRows;
import org.vppworkbench.sample.imports.source.FilePart;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.JsonRows;
import org.vppworkbench.sample.imports.source.OasisReply;
import org.vppworkbench.sample.imports.source.RowReader;
import org.vppworkbench.sample.imports.source.TableHeader;

/** Reads a part as CSV or JSON, whichever it is, with names compared in lower case. */
final class ColumnTable {
    private static final CsvRows CSV = new CsvRows(',', 0, names -> true, TableHeader::lowerCase);
    private static final JsonRows JSON = new JsonRows(TableHeader::lowerCase);

    private ColumnTable() {}

    static void read(FilePart part, ImportLog log, RowReader rows) throws IOException {
        switch (part.form()) {
            case XML -> log.add(OasisReply.finding(part));
            case JSON -> {
                if (JSON.read(part, log, rows)) {
                    log.warning(part.name(), null, "the reply says that there are more pages; give all pages at once", null);
                }
            }
            case EMPTY, HTML, TEXT -> CSV.read(part, log, rows);
        }
    }
}
