package org.vppworkbench.app.io;

import java.nio.file.Files;
import java.nio.file.Path;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.negotiation.llm.sentinel.SentinelFile;
import org.vppworkbench.negotiation.llm.sentinel.SentinelRecord;

/** Files with the answers to the fixed questions. */
public final class SentinelFiles {
    private SentinelFiles() {}

    /** Reads one; everything wrong is a finding. */
    public static Reading<SentinelRecord> read(Path file) {
        return FormattedRecord.readFile(
                file, "the answers of vpp sentinel", "vpp-sentinel-record/1", (text, name) -> SentinelFile.read(name, text));
    }

    /**
     * Before anything is asked and paid for.
     *
     * @throws RefusedException where a file is there already
     */
    public static void refuseExisting(Path file) {
        if (Files.exists(file)) {
            throw RefusedException.because(file.toString(), "exists already; nothing was asked", "a file that does not exist");
        }
    }
}
