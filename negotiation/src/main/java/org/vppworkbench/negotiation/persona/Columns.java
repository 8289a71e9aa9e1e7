package org.vppworkbench.negotiation.persona;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.vppworkbench.negotiation.agent.Cents;

/** Numbers of a table for a model: without units, which stand in its head, so that a home takes few tokens. */
public record Columns(Figures figures) {

    /** Kilowatts in whole watts, rounded down. */
    public static String kw(double kw) {
        BigDecimal watts = BigDecimal.valueOf(kw + 1e-9).setScale(3, RoundingMode.FLOOR);
        return watts.signum() == 0 ? "0" : watts.stripTrailingZeros().toPlainString();
    }

    /** A price to the cent, scaled as the guards say. */
    public String price(double perMwh) {
        return String.format(Locale.ROOT, "%.2f", figures.shown(perMwh));
    }

    /** The same rounded down, so that bidding it is not above what it stands for. */
    public String priceDown(double perMwh) {
        return String.format(Locale.ROOT, "%.2f", Cents.down(figures.shown(perMwh)));
    }

    /** The same rounded up, so that paying it is not below what it stands for. */
    public String priceUp(double perMwh) {
        return String.format(Locale.ROOT, "%.2f", Cents.up(figures.shown(perMwh)));
    }

    /** Dollars to a tenth of a cent, scaled as the guards say. */
    public String usd(double usd) {
        return String.format(Locale.ROOT, "%.3f", usd * figures.guards().priceScale());
    }
}
