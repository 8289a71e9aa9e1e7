package org.vppworkbench.model.inputs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.time.TimeSeries;

/**
 * A home as it expects its days to be: its devices and preferences as they are, its load, roof and prices as forecast. Its
 * own plan and its what-if tool are made from this and never from {@link ProsumerInputs} that came true: the two types keep
 * the information sets apart.
 *
 * @param expected the home with forecasts in place of what will happen
 */
public record HomeOutlook(ProsumerInputs expected) {
    /** A home that knows its days in advance. */
    public static HomeOutlook perfect(ProsumerInputs home) {
        return new HomeOutlook(home);
    }

    /**
     * A home with forecasts of what it cannot know.
     *
     * @param endValuePerKwh what the home expects energy left in storage to be worth [$/kWh]
     * @param importPrice rI [$/kWh]
     * @param exportPrice rX ≤ rI [$/kWh]
     * @param pv [kW]
     * @param load [kW]
     */
    public static HomeOutlook of(
            ProsumerInputs home,
            double endValuePerKwh,
            TimeSeries importPrice,
            TimeSeries exportPrice,
            TimeSeries pv,
            TimeSeries load) {
        return new HomeOutlook(new ProsumerInputs(
                home.id(),
                importPrice,
                exportPrice,
                endValuePerKwh,
                home.importLimitKw(),
                home.exportLimitKw(),
                pv,
                load,
                home.bess(),
                home.ev(),
                home.hard(),
                home.soft()));
    }

    /** The same forecasts for a home that has come to know its car's departures and what is due before them. */
    public HomeOutlook learning(ProsumerInputs home) {
        return knowing(home.ev(), home.hard(), home.soft());
    }

    /**
     * The same forecasts with another calendar.
     *
     * @param ev the car with the departures the home knows of
     * @param hard what is due before them
     * @param soft what is wished before them
     */
    public HomeOutlook knowing(@Nullable EvInputs ev, HardPreferences hard, List<SoftPreference> soft) {
        return new HomeOutlook(new ProsumerInputs(
                expected.id(),
                expected.importPrice(),
                expected.exportPrice(),
                expected.endValuePerKwh(),
                expected.importLimitKw(),
                expected.exportLimitKw(),
                expected.pv(),
                expected.load(),
                expected.bess(),
                ev,
                hard,
                soft));
    }

    public String id() {
        return expected.id();
    }
}
