package org.vppworkbench.sample;

import java.util.List;
import java.util.Map;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.synthetic.SyntheticMarket;
import org.vppworkbench.sample.synthetic.SyntheticSpec;

/** An invented market with the measured homes and the plans of SCE. */
final class SyntheticSample {
    private SyntheticSample() {}

    static Reading<DataSet> load(String id) {
        Reading<SyntheticSpec> reading = SyntheticSpec.parse(id);
        SyntheticSpec spec = reading.value();
        if (spec == null) {
            return new Reading<>(null, reading.findings());
        }
        SyntheticMarket.Series series = SyntheticMarket.generate(spec);
        MarketData market = new MarketData(
                spec.horizon(),
                series.prices(),
                Map.of(
                        DataSet.LOAD_FORECAST_MW, series.loadForecastMw(),
                        DataSet.SOLAR_FORECAST_MW, series.solarForecastMw()),
                List.of(
                        invented("day-ahead energy [$/MWh]", spec),
                        invented("day-ahead spin [$/MW-h]", spec),
                        invented("day-ahead non-spin [$/MW-h]", spec),
                        invented("real-time energy [$/MWh]", spec),
                        invented("load forecast [MW]", spec),
                        invented("solar forecast [MW]", spec)));
        String title = "SYNTHETIC market, seed " + spec.seed() + ", " + spec.firstDay() + " to "
                + spec.horizon().date(spec.days() - 1);
        return DataSets.of(spec.id(), title, market, List.of());
    }

    private static Provenance invented(String series, SyntheticSpec spec) {
        return new Provenance(
                "synthetic " + series,
                SeriesKind.SYNTHETIC,
                "VPP Workbench, generator of invented markets, seed " + spec.seed(),
                "Apache-2.0",
                "",
                "",
                "invented; statistics fitted to four summer weeks of SP15, 2021 to 2024; no day of it happened");
    }
}
