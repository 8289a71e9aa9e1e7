package org.vppworkbench.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;

/** The weeks and fleets that come with the workbench. Every file is checked against its SHA-256 when it is loaded. */
public final class SampleLibrary {
    /** The week of the heat wave and of tropical storm Hilary, 15–21 August 2023. */
    public static final String LOS_ANGELES_2023_08 = "la-2023-08";

    /** The frozen default fleet. */
    public static final String LOS_ANGELES_20 = "la-20";

    /** A frozen generated fleet of 200 homes that can clear under a minimum bid of 100 kW. */
    public static final String LOS_ANGELES_200 = "la-200";

    /** Seed {@link #LOS_ANGELES_200} was generated from, with the preset LABORATORY and the profiles of the sample week. */
    public static final long LOS_ANGELES_200_SEED = 1;

    private SampleLibrary() {}

    /** Ids of the sample weeks. */
    public static List<String> ids() {
        return List.of(LOS_ANGELES_2023_08);
    }

    /** Ids of the sample fleets. */
    public static List<String> fleetIds() {
        return List.of(LOS_ANGELES_20, LOS_ANGELES_200);
    }

    /** A sample week, or findings: unknown id, or a file that is not the one shipped. */
    public static Reading<DataSet> load(String id) {
        if (!ids().contains(id)) {
            return Reading.refused(unknown("sample", id, ids()));
        }
        List<Finding> tampered = Arrays.stream(SampleFile.values())
                .flatMap(file -> file.tampered(file.bytes()).stream())
                .toList();
        return tampered.isEmpty() ? Reading.of(losAngeles()) : new Reading<>(null, tampered);
    }

    /** The fleet a sample week opens with. */
    public static Reading<Fleet> defaultFleet(String sampleId) {
        return ids().contains(sampleId)
                ? fleet(LOS_ANGELES_20)
                : Reading.refused(unknown("sample", sampleId, ids()));
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
        if (!ids().contains(id)) {
            return Reading.refused(unknown("sample", id, ids()));
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

    private static DataSet losAngeles() {
        List<Provenance> provenance = new ArrayList<>(CaisoWeek.provenance());
        provenance.addAll(FontanaHomes.provenance());
        provenance.addAll(SceTariffs.provenance());
        provenance.add(SampleFile.WEATHER.provenance(
                "temperature at LAX [°C]", SeriesKind.REAL, "hourly, for display only; coastal, not inland Los Angeles"));
        return new DataSet(
                LOS_ANGELES_2023_08,
                "Los Angeles, 15–21 August 2023 (heat wave, then tropical storm Hilary)",
                CaisoWeek.HORIZON,
                CaisoWeek.prices(),
                SceTariffs.august2023(CaisoWeek.HORIZON),
                FontanaHomes.loadKw(),
                FontanaHomes.pvYield(),
                provenance);
    }

    private static Finding unknown(String what, String id, List<String> known) {
        return Finding.error(what, "\"" + id + "\"", "unknown " + what, String.join(", ", known));
    }
}
