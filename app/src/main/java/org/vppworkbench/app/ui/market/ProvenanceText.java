package org.vppworkbench.app.ui.market;

import java.util.stream.Collectors;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.time.Provenance;

/** Where the series of a data set came from, in words. */
final class ProvenanceText {
    private ProvenanceText() {}

    /** All series, one paragraph each; a date of retrieval stands where its publisher or importer wrote one. */
    static String of(DataSet data) {
        return data.id() + ": " + data.title() + "\n" + data.horizon().firstDay() + ", " + data.horizon().days() + " local days, "
                + data.horizon().zone() + "\n\n"
                + data.provenance().stream().map(ProvenanceText::of).collect(Collectors.joining("\n\n"));
    }

    private static String of(Provenance p) {
        return p.kind() + "  " + p.series() + "\n  source   " + orNone(p.source()) + "\n  licence  " + orNone(p.licence())
                + "\n  file     " + orNone(p.file()) + "\n  SHA-256  " + orNone(p.sha256()) + "\n  done     " + orNone(p.note());
    }

    private static String orNone(String text) {
        return text.isBlank() ? "not stated" : text;
    }
}
