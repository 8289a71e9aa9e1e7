package org.vppworkbench.optimizer;

import java.util.Locale;
import org.vppworkbench.optimizer.lp.ElasticProgram;

/**
 * Why a home has no schedule: one of its constraints in a schedule that breaks all of them together as little as possible.
 *
 * @param home id
 * @param kind which constraint
 * @param interval where most is missing: the interval at whose start energy is missing, or in which power is
 * @param limit what is demanded there [kWh or kW]
 * @param missing how much of it is missing there [kWh or kW]
 * @param places in how many intervals something is missing
 * @param leastTotal certified: less than this in total (kWh·h for floors and trips, kWh for the others) no schedule breaks;
 *     above 0 [kWh·h or kWh]
 */
public record Infeasibility(
        String home,
        ElasticProgram.Kind kind,
        int interval,
        double limit,
        double missing,
        int places,
        double leastTotal) {

    /** The home and the constraint, as a place. */
    public String where() {
        return home + ", " + kind.words() + ", interval " + interval;
    }

    /** What is missing, in words. */
    public String words() {
        return String.format(
                Locale.ROOT, "%s of %.4f %s cannot be kept: %.4f %s missing, %d intervals in all", kind.words(), limit,
                kind.unit(), missing, kind.unit(), places);
    }

    /** What would help. */
    public String allowed() {
        String unit = kind.unit();
        return kind == ElasticProgram.Kind.IMPORT_LIMIT
                ? String.format(Locale.ROOT, "an import limit of %.4f %s or more", limit + missing, unit)
                : String.format(Locale.ROOT, "%.4f %s or less, more initial energy, or more power", limit - missing, unit);
    }
}
