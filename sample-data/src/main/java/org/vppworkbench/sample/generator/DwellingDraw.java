package org.vppworkbench.sample.generator;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.vppworkbench.model.fleet.DwellingMix;
import org.vppworkbench.model.fleet.LatentCorrelations;
import org.vppworkbench.model.fleet.LoadArchetype;

/** Draws dwellings: a measured load profile scaled to the consumption of the kind of dwelling. */
final class DwellingDraw {
    private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

    /** What the meter leaves for a charger at the highest load, so that every car can charge [kW]. */
    private static final double CHARGER_ROOM_KW = 12;

    private final DwellingMix mix;
    private final double incomeWeight;
    private final double ownWeight;
    private final ProfileCatalogue profiles;

    /**
     * The load of a home.
     *
     * @param profile name of the load profile
     * @param scale factor on it
     * @param meterKw what the import limit leaves at the highest load [kW]
     */
    record Drawn(String profile, double scale, double meterKw) {}

    DwellingDraw(DwellingMix mix, LatentCorrelations correlations, ProfileCatalogue profiles) {
        this.mix = mix;
        this.incomeWeight = correlations.incomeDwelling();
        this.ownWeight = Math.sqrt(1 - incomeWeight * incomeWeight);
        this.profiles = profiles;
    }

    /**
     * A load.
     *
     * @param income standard normal
     * @param draws numbers of this dwelling
     */
    Drawn draw(double income, Draws draws) {
        double rank = STANDARD.cumulativeProbability(incomeWeight * income + ownWeight * draws.normal());
        LoadArchetype kind = Draws.byShare(mix.archetypes(), LoadArchetype::share, rank);
        double kwhPerDay = draws.between(kind.fromKwhPerDay(), kind.toKwhPerDay());
        ProfileCatalogue.LoadProfile profile = draws.oneOf(profiles.loads());
        double most = (mix.importLimitKw() - CHARGER_ROOM_KW) / profile.peakKw();
        double scale = Draws.roundDown(Math.min(kwhPerDay / profile.kwhPerDay(), most), 1000);
        return new Drawn(profile.name(), scale, mix.importLimitKw() - scale * profile.peakKw());
    }
}
