package org.vppworkbench.sample;

import java.time.LocalDate;
import java.time.Month;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.scenario.DataSet.Retail;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.RetailPrices;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;

/**
 * SCE plans of 2023 on any days ({@code domain.md} §2). The import prices are estimates: the filed sheet of June 2023 was
 * not found. Summer (June to September) has the estimates of August 2023. For winter no sheet of 2023 was found either:
 * both plans then cost their summer price times the ratio of winter to summer in the TOU-D-PRIME sheet of 2025, on-peak
 * for 16–21 h and off-peak for the rest; every winter day has the same prices. Export credit of the Net Billing Tariff is
 * the avoided cost by month, hour and kind of day of 2023 plus the ACC Plus adder, which Schedule NBT pays with it; the
 * sum is the filed credit. Under NEM 2.0 it is the import price less the non-bypassable charges. On holidays weekend
 * rates hold ({@link SceHolidays}).
 */
final class SceTariffs {
    /** ACC Plus adder of the 2023 vintage, residential [$/kWh] (Schedule NBT; {@code domain.md} §2). */
    static final double ACC_PLUS_ADDER = 0.040;

    /** Non-bypassable charges [$/kWh] (assumption, {@code model.md} §1). */
    static final double NON_BYPASSABLE = 0.025;

    private static final int RATE_YEAR = 2023;

    private final Horizon horizon;

    SceTariffs(Horizon horizon) {
        this.horizon = horizon;
    }

    /** Summer of SCE's schedules: June to September. */
    static boolean isSummer(LocalDate day) {
        return day.getMonth().compareTo(Month.JUNE) >= 0 && day.getMonth().compareTo(Month.SEPTEMBER) <= 0;
    }

    Map<TariffPlan, Retail> plans() {
        TimeSeries prime = timeOfUse(0.66, 0.39, 0.25);
        TimeSeries fourToNine = timeOfUse(0.59, 0.48, 0.37);
        return Map.of(
                TariffPlan.TOU_D_PRIME_NBT,
                new Retail(prime, netBilling()),
                TariffPlan.TOU_D_4_9PM_NEM2,
                new Retail(fourToNine, fourToNine.map(price -> Math.max(0, price - NON_BYPASSABLE))));
    }

    /** A warning where the days are not all in summer: their prices rest on a ratio of another year. */
    List<Finding> findings(String data) {
        long winterDays = days().stream().filter(day -> !isSummer(day)).count();
        return winterDays == 0
                ? List.of()
                : List.of(Finding.warning(
                        data + ", import prices",
                        winterDays + " days outside June to September",
                        "no winter rates of " + RATE_YEAR + " were found; estimate: summer price times the ratio of winter to"
                                + " summer of TOU-D-PRIME in 2025",
                        null));
    }

    List<Provenance> provenance() {
        boolean winter = days().stream().anyMatch(day -> !isSummer(day));
        String estimate = "estimate for August 2023: an undated rate table of that time scaled by about 1.06 to the"
                + " published span; summer, on-peak and mid-peak 16-21 h; compare the rates of 2025;";
        String season = (winter ? "; winter days: times winter / summer of the TOU-D-PRIME sheet of 2025" : "")
                + otherYears();
        return List.of(
                derived("TOU-D-PRIME import price [$/kWh]",
                        estimate + " on-peak, mid-peak, off-peak 0.66 / 0.39 / 0.25" + season),
                SampleFile.PRIME_2025.provenance(
                        "TOU-D-PRIME rates of 2025 [$/kWh]",
                        SeriesKind.REAL,
                        winter ? "only the ratio of winter to summer is used" : "for comparison only, not used in a run"),
                SampleFile.EXPORT_RATES.provenance(
                        "NBT export credit [$/kWh]",
                        SeriesKind.DERIVED,
                        months() + " " + RATE_YEAR + " by hour, weekday or weekend, plus the ACC Plus adder "
                                + ACC_PLUS_ADDER + "; a repository author's computation, not the utility's own file;"
                                + " capped at the import price in a run" + otherYears()),
                derived("TOU-D-4-9PM import price [$/kWh]",
                        estimate + " on-peak, mid-peak, off-peak 0.59 / 0.48 / 0.37" + season),
                derived(
                        "NEM 2.0 export credit [$/kWh]",
                        "TOU-D-4-9PM import price less non-bypassable charges of " + NON_BYPASSABLE + ", not below 0"
                                + otherYears()),
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

    private String otherYears() {
        TreeSet<Integer> years = new TreeSet<>();
        days().forEach(day -> years.add(day.getYear()));
        years.remove(RATE_YEAR);
        return years.isEmpty()
                ? ""
                : "; rates of " + RATE_YEAR + " applied to "
                        + years.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private String months() {
        TreeSet<Month> months = new TreeSet<>();
        days().forEach(day -> months.add(day.getMonth()));
        return months.stream()
                .map(m -> m.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .collect(Collectors.joining(", "));
    }

    private List<LocalDate> days() {
        List<LocalDate> days = new ArrayList<>();
        for (int day = 0; day < horizon.days(); day++) {
            days.add(horizon.date(day));
        }
        return days;
    }

    private TimeSeries timeOfUse(double onPeak, double midPeak, double offPeak) {
        SampleTable sheet2025 = SampleTable.of(SampleFile.PRIME_2025);
        double peakRatio = rate(sheet2025, "Winter", 16) / rate(sheet2025, "Summer", 16);
        double offPeakRatio = rate(sheet2025, "Winter", 0) / rate(sheet2025, "Summer", 0);
        return TimeSeries.generate(horizon.intervals(), t -> {
            ZonedDateTime local = horizon.localStart(t);
            LocalDate day = local.toLocalDate();
            boolean peak = local.getHour() >= 16 && local.getHour() < 21;
            if (!isSummer(day)) {
                return peak ? onPeak * peakRatio : offPeak * offPeakRatio;
            }
            return !peak ? offPeak : SceHolidays.weekendRates(day) ? midPeak : onPeak;
        });
    }

    private static double rate(SampleTable sheet, String season, int hour) {
        return sheet.where(row -> row.get("season").equals(season)
                        && row.get("day_type").equals("Weekday")
                        && row.get("hour_beginning_local").equals(String.valueOf(hour)))
                .column("usd_per_kwh")[0];
    }

    private TimeSeries netBilling() {
        Map<String, double[]> credits = new TreeMap<>();
        SampleTable rates = SampleTable.of(SampleFile.EXPORT_RATES);
        return TimeSeries.generate(horizon.intervals(), t -> {
            ZonedDateTime local = horizon.localStart(t);
            String month = String.format(Locale.ROOT, "%d-%02d-01", RATE_YEAR, local.getMonthValue());
            String kindOfDay = SceHolidays.weekendRates(local.toLocalDate()) ? "6" : "1";
            double[] day = credits.computeIfAbsent(month + " " + kindOfDay, key -> rates
                    .where(row -> row.get("date_start").equals(month)
                            && row.get("day_type_start_1mon").equals(kindOfDay))
                    .column("value"));
            return day[local.getHour()] + ACC_PLUS_ADDER;
        });
    }
}
