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
 * @param prices how far ahead it knows its retail prices
 * @param siteSigma how wrong it knows its forecasts of roof and load to be: standard deviation of the logarithm, 0 where they
 *     come true
 */
public record HomeOutlook(ProsumerInputs expected, PriceKnowledge prices, double siteSigma) {
    /** A home on a filed tariff that knows its days in advance. */
    public static HomeOutlook perfect(ProsumerInputs home) {
        return new HomeOutlook(home, PriceKnowledge.PUBLISHED, 0);
    }

    /**
     * A home with forecasts of what it cannot know.
     *
     * @param prices how far ahead it knows its retail prices
     * @param siteSigma of its forecasts of roof and load
     * @param endValuePerKwh what the home expects energy left in storage to be worth [$/kWh]
     * @param importPrice rI [$/kWh]
     * @param exportPrice rX ≤ rI [$/kWh]
     * @param pv [kW]
     * @param load [kW]
     */
    public static HomeOutlook of(
            ProsumerInputs home,
            PriceKnowledge prices,
            double siteSigma,
            double endValuePerKwh,
            TimeSeries importPrice,
            TimeSeries exportPrice,
            TimeSeries pv,
            TimeSeries load) {
        ProsumerInputs expected = new ProsumerInputs(
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
                home.soft());
        return new HomeOutlook(expected, prices, siteSigma);
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
        return new HomeOutlook(expected.with(expected.bess(), ev, hard, soft), prices, siteSigma);
    }

    /** Whether roof and load come true as expected. */
    public boolean comesTrue(ProsumerInputs home) {
        return siteSigma == 0 && expected.pv().equals(home.pv()) && expected.load().equals(home.load());
    }

    /** The same calendar with roof and load as they come true: for the physics, never for a plan. */
    public HomeOutlook comingTrue(ProsumerInputs home) {
        return perfect(home).knowing(expected.ev(), expected.hard(), expected.soft());
    }

    /** The same knowledge of the same car and calendar for a home without its battery. */
    public HomeOutlook withoutBattery() {
        return new HomeOutlook(
                expected.with(null, expected.ev(), expected.hard(), expected.soft()), prices, siteSigma);
    }

    public String id() {
        return expected.id();
    }
}
