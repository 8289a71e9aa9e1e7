package org.vppworkbench.app.io;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.optimizer.explain.Explanation;
import org.vppworkbench.optimizer.explain.LimitPrice;
import org.vppworkbench.optimizer.explain.RequiredPrice;
import org.vppworkbench.optimizer.explain.WhyNotMore;

/** {@code explanations.csv}: what binds in the AWARE optimum and what it is worth. */
public final class ExplanationsCsv {
    /**
     * {@code about} is {@code REQUIRED}, {@code LIMIT} (over the whole run), {@code LIMIT_HOUR}, {@code LIMIT_DAY} or
     * {@code WHY_NOT_MORE}.
     */
    public static final List<String> COLUMNS = List.of(
            "about", "day", "hour", "interval", "product", "prosumer", "constraint", "limit", "used", "unit", "shadow_usd_per_unit",
            "slope_usd_per_unit");

    private ExplanationsCsv() {}

    public static String write(Explanation explanation) {
        StringWriter text = new StringWriter();
        try {
            CsvText.write(text, COLUMNS, printer -> {
                for (RequiredPrice price : explanation.required()) {
                    required(price, "", price.hourUsdPerKw(), printer);
                    for (int k = 0; k < price.usdPerKw().size(); k++) {
                        String interval = String.valueOf(Horizon.firstInterval(price.hour()) + k);
                        required(price, interval, price.usdPerKw().get(k), printer);
                    }
                }
                for (LimitPrice price : explanation.limits()) {
                    limit(price, "LIMIT", "", "", price.usdPerUnit(), price.slopeUsdPerUnit(), printer);
                    for (LimitPrice.Part part : price.parts()) {
                        String number = String.valueOf(part.number());
                        boolean daily = price.limit().perDay();
                        limit(price, daily ? "LIMIT_DAY" : "LIMIT_HOUR", daily ? number : "", daily ? "" : number,
                                part.usdPerUnit(), part.slopeUsdPerUnit(), printer);
                    }
                }
                for (WhyNotMore why : explanation.reasons()) {
                    printer.row("WHY_NOT_MORE", "", String.valueOf(why.hour()), "", why.product().name(), why.home(),
                            why.reason().name(), CsvText.number(why.limit()), CsvText.number(why.used()),
                            why.reason().unit(), CsvText.number(why.usdPerKw()), "");
                }
            });
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return text.toString();
    }

    private static void limit(
            LimitPrice price, String about, String day, String hour, double usd, double slope, CsvText.RowPrinter printer)
            throws IOException {
        printer.row(about, day, hour, "", "", price.home(), price.limit().name(), CsvText.number(price.value()), "",
                price.limit().unit(), CsvText.number(usd), CsvText.number(slope));
    }

    private static void required(RequiredPrice price, String interval, double usd, CsvText.RowPrinter printer)
            throws IOException {
        printer.row("REQUIRED", "", String.valueOf(price.hour()), interval, price.product().name(), "", "REQUIRED",
                CsvText.number(price.requiredKw()), CsvText.number(price.providedKw()), "kW", CsvText.number(usd), "");
    }
}
