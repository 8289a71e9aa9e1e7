package org.vppworkbench.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.synthetic.SyntheticSpec;

/**
 * The weeks and fleets that come with the workbench. Every file is checked against its SHA-256 when it is loaded. Beside
 * the listed weeks there is an invented market for any days: {@link SyntheticSpec#id}.
 */
public final class SampleLibrary {
    /** The week of the heat wave and of tropical storm Hilary, 15–21 August 2023. */
    public static final String LOS_ANGELES_2023_08 = "la-2023-08";

    /** The same week, opened with a fleet that can clear under a minimum bid of 100 kW. */
    public static final String LOS_ANGELES_200_2023_08 = "la200-2023-08";

    /** 14–20 July 2023 with true 15-minute real-time prices; energy only. */
    public static final String SP15_2023_07 = "sp15-2023-07";

    /** 15–21 August 2021 with true 15-minute real-time prices; energy only. */
    public static final String SP15_2021_08 = "sp15-2021-08";

    /** 15–21 August 2024 with 15-minute real-time prices, one of them filled; energy only. */
    public static final String SP15_2024_08 = "sp15-2024-08";

    /** An invented August of 31 days, an example of what {@link SyntheticSpec} can name. */
    public static final String SYNTHETIC_MONTH = "synthetic:1:2023-08-01:31";

    /** The frozen default fleet. */
    public static final String LOS_ANGELES_20 = "la-20";

    /** The frozen, generated fleet of {@link #LOS_ANGELES_200_2023_08}; it can clear under a minimum bid of 100 kW. */
    public static final String LOS_ANGELES_200 = "la-200";

    /** Seed {@link #LOS_ANGELES_200} was generated from, with the preset LABORATORY and the profiles of the sample week. */
    public static final long LOS_ANGELES_200_SEED = 1;

    private SampleLibrary() {}

    /** Ids of the sample weeks and of one invented month; further {@link SyntheticSpec} ids load too. */
    public static List<String> ids() {
        List<String> ids = new ArrayList<>(SampleWeeks.byId().keySet());
        ids.add(SYNTHETIC_MONTH);
        return List.copyOf(ids);
    }

    /** Ids of the sample fleets. */
    public static List<String> fleetIds() {
        return List.of(LOS_ANGELES_20, LOS_ANGELES_200);
    }

    /**
     * A sample week or an invented market, or findings: unknown id, or a file that is not the one shipped. Warnings may
     * stand beside the data, such as summer homes on winter days.
     */
    public static Reading<DataSet> load(String id) {
        boolean synthetic = SyntheticSpec.isSynthetic(id);
        SampleWeeks.Week week = SampleWeeks.byId().get(id);
        if (week == null && !synthetic) {
            return Reading.refused(unknown("sample", id, ids()));
        }
        List<Finding> tampered = Arrays.stream(SampleFile.values())
                .flatMap(file -> file.tampered(file.bytes()).stream())
                .toList();
        if (!tampered.isEmpty()) {
            return new Reading<>(null, tampered);
        }
        return week == null ? SyntheticSample.load(id) : week.load(id);
    }

    /** First local day of a sample, without loading it, or findings. */
    public static Reading<LocalDate> firstDay(String sampleId) {
        SampleWeeks.Week week = SampleWeeks.byId().get(sampleId);
        if (week != null) {
            return Reading.of(week.firstDay());
        }
        if (!SyntheticSpec.isSynthetic(sampleId)) {
            return Reading.refused(unknown("sample", sampleId, ids()));
        }
        Reading<SyntheticSpec> reading = SyntheticSpec.parse(sampleId);
        SyntheticSpec spec = reading.value();
        return spec == null ? new Reading<>(null, reading.findings()) : Reading.of(spec.firstDay());
    }

    /** Whether an id is that of a sample week, or has the form of an invented market's. */
    public static boolean isSample(String id) {
        return SampleWeeks.byId().containsKey(id) || SyntheticSpec.isSynthetic(id);
    }

    /** Id of the fleet a sample opens with, or a finding. */
    public static Reading<String> defaultFleetId(String sampleId) {
        SampleWeeks.Week week = SampleWeeks.byId().get(sampleId);
        if (week == null && !SyntheticSpec.isSynthetic(sampleId)) {
            return Reading.refused(unknown("sample", sampleId, ids()));
        }
        return Reading.of(week == null ? LOS_ANGELES_20 : week.fleet());
    }

    /** The fleet a sample opens with. */
    public static Reading<Fleet> defaultFleet(String sampleId) {
        Reading<String> fleet = defaultFleetId(sampleId);
        String id = fleet.value();
        return id == null ? new Reading<>(null, fleet.findings()) : fleet(id);
    }

    /** What the aggregator of the default fleet wants; that of {@link #LOS_ANGELES_20} for an unknown sample. */
    public static Requirement defaultRequirement(String sampleId) {
        SampleWeeks.Week week = SampleWeeks.byId().get(sampleId);
        return week == null ? Requirement.LOS_ANGELES_20 : week.requirement();
    }

    /** A sample fleet by its own id. */
    public static Reading<Fleet> fleet(String id) {
        if (!fleetIds().contains(id)) {
            return Reading.refused(unknown("fleet", id, fleetIds()));
        }
        SampleFile file = fleetFile(id);
        byte[] bytes = file.bytes();
        Optional<Finding> tampered = file.tampered(bytes);
        if (tampered.isPresent()) {
            return Reading.refused(tampered.get());
        }
        return FleetJson.read(new String(bytes, StandardCharsets.UTF_8), file.path());
    }

    /**
     * Provenance of a sample fleet, for display beside that of the data.
     *
     * @throws IllegalArgumentException for an id that is not among {@link #fleetIds}
     */
    public static Provenance fleetProvenance(String id) {
        String generated = id.equals(LOS_ANGELES_200)
                ? "; generated with the preset LABORATORY from seed " + LOS_ANGELES_200_SEED
                : "";
        return fleetFile(id).provenance(
                "fleet " + id,
                SeriesKind.SYNTHETIC,
                "homes, trips and preferences are invented; sizes and efficiencies follow products sold in 2023"
                        + generated);
    }

    private static SampleFile fleetFile(String id) {
        return switch (id) {
            case LOS_ANGELES_20 -> SampleFile.LOS_ANGELES_20;
            case LOS_ANGELES_200 -> SampleFile.LOS_ANGELES_200;
            default -> throw new IllegalArgumentException("no sample fleet " + id + ", only " + fleetIds());
        };
    }

    /** Air temperature at Los Angeles airport over the days of a sample, for display only: no device reads it [°C]. */
    public static Reading<TimeSeries> temperature(String id) {
        List<String> known = List.of(LOS_ANGELES_2023_08, LOS_ANGELES_200_2023_08);
        if (!known.contains(id)) {
            return Reading.refused(Finding.error("sample", "\"" + id + "\"", "no temperature", String.join(", ", known)));
        }
        Optional<Finding> tampered = SampleFile.WEATHER.tampered(SampleFile.WEATHER.bytes());
        if (tampered.isPresent()) {
            return Reading.refused(tampered.get());
        }
        Horizon week = CaisoWeek.HORIZON;
        SampleTable rows = SampleTable.of(SampleFile.WEATHER).where(row -> {
            String time = Objects.requireNonNull(row.get("timestamp_utc"));
            return time.compareTo(week.start().toString()) >= 0 && time.compareTo(week.end().toString()) < 0;
        });
        return Reading.of(HourlySteps.of(rows.column("temp_c")));
    }

    private static Finding unknown(String what, String id, List<String> known) {
        return Finding.error(what, "\"" + id + "\"", "unknown " + what, String.join(", ", known));
    }
}
