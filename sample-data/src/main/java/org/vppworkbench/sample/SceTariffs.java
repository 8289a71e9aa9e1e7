package org.vppworkbench.sample;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.scenario.DataSet.Retail;
import org.vppworkbench.model.scenario.RetailPrices;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;

/**
 * SCE plans of August 2023 ({@code domain.md} §2). The import prices are estimates: the filed sheet of June 2023 was not
 * found. Export credit of the Net Billing Tariff is the avoided cost by month, hour and kind of day plus the ACC Plus
 * adder, which Schedule NBT pays with it; the sum is the filed credit. Under NEM 2.0 it is the import price less the
 * non-bypassable charges. No holiday falls into August.
 */
final class SceTariffs {
    /** ACC Plus adder of the 2023 vintage, residential [$/kWh] (Schedule NBT; {@code domain.md} §2). */
    static final double ACC_PLUS_ADDER = 0.040;

    /** Non-bypassable charges [$/kWh] (assumption, {@code model.md} §1). */
    static final double NON_BYPASSABLE = 0.025;

    private SceTariffs() {}

    static Map<TariffPlan, Retail> august2023(Horizon horizon) {
        TimeSeries prime = timeOfUse(horizon, 0.66, 0.39, 0.25);
        TimeSeries fourToNine = timeOfUse(horizon, 0.59, 0.48, 0.37);
        return Map.of(
                TariffPlan.TOU_D_PRIME_NBT,
                new Retail(prime, netBilling(horizon)),
                TariffPlan.TOU_D_4_9PM_NEM2,
                new Retail(fourToNine, fourToNine.map(price -> Math.max(0, price - NON_BYPASSABLE))));
    }

    static List<Provenance> provenance() {
        String estimate = "estimate for August 2023: an undated rate table of that time scaled by about 1.06 to the"
                + " published span; summer, on-peak and mid-peak 16-21 h; compare the rates of 2025;";
        return List.of(
                derived("TOU-D-PRIME import price [$/kWh]", estimate + " on-peak, mid-peak, off-peak 0.66 / 0.39 / 0.25"),
                SampleFile.PRIME_2025.provenance(
                        "TOU-D-PRIME rates of 2025 [$/kWh]", SeriesKind.REAL, "for comparison only, not used in a run"),
                SampleFile.EXPORT_RATES.provenance(
                        "NBT export credit [$/kWh]",
                        SeriesKind.DERIVED,
                        "August 2023 by hour, weekday or weekend, plus the ACC Plus adder " + ACC_PLUS_ADDER
                                + "; a repository author's computation, not the utility's own file; capped at the"
                                + " import price in a run"),
                derived("TOU-D-4-9PM import price [$/kWh]", estimate + " on-peak, mid-peak, off-peak 0.59 / 0.48 / 0.37"),
                derived(
                        "NEM 2.0 export credit [$/kWh]",
                        "TOU-D-4-9PM import price less non-bypassable charges of " + NON_BYPASSABLE + ", not below 0"),
                new Provenance(
                        "FLAT plan [$/kWh]",
                        SeriesKind.SYNTHETIC,
                        "assumption",
                        "",
                        "",
                        "",
                        "import " + RetailPrices.FLAT_IMPORT + ", export " + RetailPrices.FLAT_EXPORT));
    }

    private static Provenance derived(String series, String note) {
        return new Provenance(series, SeriesKind.DERIVED, "Southern California Edison, public tariff tables", "public facts", "", "",
                note);
    }

    private static TimeSeries timeOfUse(Horizon horizon, double onPeak, double midPeak, double offPeak) {
        return TimeSeries.generate(horizon.intervals(), t -> {
            ZonedDateTime local = horizon.localStart(t);
            boolean peak = local.getHour() >= 16 && local.getHour() < 21;
            return !peak ? offPeak : isWeekend(local) ? midPeak : onPeak;
        });
    }

    private static TimeSeries netBilling(Horizon horizon) {
        SampleTable august =
                SampleTable.of(SampleFile.EXPORT_RATES).where(row -> row.get("date_start").equals("2023-08-01"));
        double[] weekday = august.where(row -> row.get("day_type_start_1mon").equals("1")).column("value");
        double[] weekend = august.where(row -> row.get("day_type_start_1mon").equals("6")).column("value");
        return TimeSeries.generate(horizon.intervals(), t -> {
            ZonedDateTime local = horizon.localStart(t);
            return (isWeekend(local) ? weekend : weekday)[local.getHour()] + ACC_PLUS_ADDER;
        });
    }

    private static boolean isWeekend(ZonedDateTime local) {
        DayOfWeek day = local.getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }
}
