package org.vppworkbench.app.report;

import java.util.List;

/**
 * A report, ready to be written.
 *
 * @param title heading
 * @param label who decided, timeline, forecast, kinds of series, seed: on every page
 * @param sections its parts
 */
public record Report(String title, String label, List<Section> sections) {
    /**
     * @param id anchor, unique
     * @param title heading
     * @param blocks its content
     */
    public record Section(String id, String title, List<ReportBlock> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }

    public Report {
        sections = List.copyOf(sections);
    }
}
