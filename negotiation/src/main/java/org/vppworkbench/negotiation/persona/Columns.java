package org.vppworkbench.negotiation.persona;

import java.util.Locale;
import org.vppworkbench.negotiation.agent.Cents;

/** Numbers of a table for a model: without units, which stand in its head, so that a home takes few tokens. */
public record Columns(Figures figures) {

    /** Kilowatts in whole watts, rounded down. */
    public static String kw(double kw) {
        return Figures.watts(kw);
    }

    /** A price to the cent, scaled as the guards say. */
    public String price(double perMwh) {
        return Figures.cents(figures.shown(perMwh));
    }

    /** The same rounded down, so that bidding it is not above what it stands for. */
    public String priceDown(double perMwh) {
        return Figures.cents(Cents.down(figures.shown(perMwh)));
    }

    /** The same rounded up, so that paying it is not below what it stands for. */
    public String priceUp(double perMwh) {
        return Figures.cents(Cents.up(figures.shown(perMwh)));
    }

    /** Dollars to a tenth of a cent, scaled as the guards say. */
    public String usd(double usd) {
        return String.format(Locale.ROOT, "%.3f", figures.shown(usd));
    }
}
