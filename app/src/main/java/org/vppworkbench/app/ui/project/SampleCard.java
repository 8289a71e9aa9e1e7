package org.vppworkbench.app.ui.project;

import java.util.List;
import org.vppworkbench.sample.SampleLibrary;

/**
 * A sample on the welcome page.
 *
 * @param id of the sample
 * @param title place and days
 * @param words what it is, in two words
 * @param prices label of its prices, from its provenance
 * @param about what one should know before opening it
 */
public record SampleCard(String id, String title, String words, String prices, String about) {
    /** All that ship with the program, in the order of the library. */
    public static final List<SampleCard> ALL = List.of(
            new SampleCard(SampleLibrary.LOS_ANGELES_2023_08, "Los Angeles, 15–21 August 2023", "Heat wave", "REAL, DERIVED",
                    "20 homes, energy and both reserves at hourly day-ahead prices; the week ends with tropical storm Hilary"),
            new SampleCard(SampleLibrary.LOS_ANGELES_200_2023_08, "Los Angeles, 15–21 August 2023, 200 homes", "Large fleet", "REAL, DERIVED",
                    "the same week with a generated fleet that can clear under a minimum bid of 100 kW"),
            new SampleCard(SampleLibrary.SP15_2023_07, "SP15, 14–20 July 2023", "Quarter-hour prices", "REAL",
                    "20 homes, energy only, with true 15-minute real-time prices"),
            new SampleCard(SampleLibrary.SP15_2021_08, "SP15, 15–21 August 2021", "Quarter-hour prices", "REAL",
                    "20 homes, energy only, with true 15-minute real-time prices"),
            new SampleCard(SampleLibrary.SP15_2024_08, "SP15, 15–21 August 2024", "Quarter-hour prices", "REAL, DERIVED",
                    "20 homes, energy only, with 15-minute real-time prices, one of them filled"),
            new SampleCard(SampleLibrary.SYNTHETIC_MONTH, "An August of 31 days", "Invented prices", "SYNTHETIC",
                    "20 homes, drawn from a seed: no result of it is one of the real market"));
}
