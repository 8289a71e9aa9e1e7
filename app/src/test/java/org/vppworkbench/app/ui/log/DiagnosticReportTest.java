package org.vppworkbench.app.ui.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DiagnosticReportTest {
    @Test
    void foldersAreLeftOut() {
        assertEquals(
                "cannot read fleet.json: at 9.30 $/MWh, NONSPIN@17/r2/aggregator>home-004, mine.csv",
                LogViewModel.withoutFolders(
                        "cannot read /home/someone/x/fleet.json: at 9.30 $/MWh, NONSPIN@17/r2/aggregator>home-004, C:\\Users\\Some One\\mine.csv"));
    }
}
