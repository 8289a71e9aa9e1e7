package org.vppworkbench.sample.imports.home;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.vppworkbench.sample.SampleLibrary;

/** The measured August of a Fontana home in the layout of CityLearn's building files. */
final class FontanaFile {
    private FontanaFile() {}

    static String building(int home) {
        List<String> load = lines("fontana_load_kwh_hourly_august.csv");
        List<String> sun = lines("fontana_solar_w_per_kw_hourly_august.csv");
        StringBuilder text = new StringBuilder("month,hour,day_type,non_shiftable_load,solar_generation\n");
        for (int i = 1; i < load.size(); i++) {
            String[] row = load.get(i).split(",", -1);
            String[] light = sun.get(i).split(",", -1);
            text.append(String.join(",", row[1], row[2], row[3], row[3 + home], light[3 + home])).append('\n');
        }
        return text.toString();
    }

    private static List<String> lines(String file) {
        try (InputStream in = SampleLibrary.class.getResourceAsStream("la-2023-08/" + file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
