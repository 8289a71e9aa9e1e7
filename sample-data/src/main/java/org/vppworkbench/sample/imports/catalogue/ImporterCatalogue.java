package org.vppworkbench.sample.imports.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vppworkbench.sample.imports.Importer;
import org.vppworkbench.sample.imports.home.AcnImporter;
import org.vppworkbench.sample.imports.home.CityLearnImporter;
import org.vppworkbench.sample.imports.home.PvwattsImporter;
import org.vppworkbench.sample.imports.market.CsvImporter;
import org.vppworkbench.sample.imports.market.EiaImporter;
import org.vppworkbench.sample.imports.market.ForecastImporter;
import org.vppworkbench.sample.imports.market.GridStatusImporter;
import org.vppworkbench.sample.imports.market.OasisImporter;

/** The importers by name. A new format is added here. */
public final class ImporterCatalogue {
    private static final List<Importer> ALL = List.of(
            new OasisImporter(), new GridStatusImporter(), new EiaImporter(), new ForecastImporter(),
            new PvwattsImporter(), new CityLearnImporter(), new AcnImporter(), new CsvImporter());

    private ImporterCatalogue() {}

    /** All importers, in the order in which they are listed. */
    public static List<Importer> all() {
        return ALL;
    }

    /** The importer of a format. */
    public static Optional<Importer> find(String id) {
        return ALL.stream().filter(importer -> importer.id().equals(id)).findFirst();
    }

    /** The names of the formats. */
    public static String allowed() {
        return ALL.stream().map(Importer::id).collect(Collectors.joining(", "));
    }
}
