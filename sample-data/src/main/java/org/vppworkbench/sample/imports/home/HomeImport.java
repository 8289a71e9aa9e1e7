package org.vppworkbench.sample.imports.home;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.sample.imports.Imported;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.InputRefusedException;

/** The frame of an import of home data: what is refused is a finding, and with any error there is no result. */
final class HomeImport {
    private HomeImport() {}

    /** Reads files and makes something of them. */
    @FunctionalInterface
    interface Work {
        /**
         * @param log takes the findings
         * @return {@code null} where the log says why there is nothing
         * @throws InputRefusedException where reading on makes no sense
         */
        @Nullable Imported read(ImportLog log) throws InputRefusedException;
    }

    static Reading<Imported> run(Work work) {
        ImportLog log = new ImportLog();
        try {
            Imported imported = work.read(log);
            return new Reading<>(log.hasErrors() ? null : imported, log.list());
        } catch (InputRefusedException e) {
            log.add(e.finding());
            return new Reading<>(null, log.list());
        }
    }
}
