package org.vppworkbench.app.io;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.vppworkbench.model.metrics.ProsumerScore;
import org.vppworkbench.model.settlement.ProsumerAccount;

/** {@code prosumers.csv}: money, satisfaction and broken preferences, one row per home. */
public final class ProsumersCsv {
    public static final List<String> COLUMNS =
            List.of(
                    "prosumer", "bill_usd", "baseline_bill_usd", "payment_usd", "degradation_usd",
                    "discomfort_usd", "end_value_usd", "utility_usd", "baseline_utility_usd", "surplus_usd",
                    "satisfaction", "hard_violations", "soft_violations", "regret_usd");

    private ProsumersCsv() {}

    public static void write(List<ProsumerScore> scores, Writer out) throws IOException {
        CsvText.write(
                out,
                COLUMNS,
                printer -> {
                    for (ProsumerScore score : scores) {
                        ProsumerAccount account = score.account();
                        printer.row(
                                score.prosumer(),
                                CsvText.number(account.billUsd()),
                                CsvText.number(score.baseline().billUsd()),
                                CsvText.number(account.paymentUsd()),
                                CsvText.number(account.degradationUsd()),
                                CsvText.number(account.discomfortUsd()),
                                CsvText.number(account.endValueUsd()),
                                CsvText.number(account.utilityUsd()),
                                CsvText.number(score.baseline().utilityUsd()),
                                CsvText.number(score.surplusUsd()),
                                CsvText.optional(score.satisfaction()),
                                score.hardViolations(),
                                score.softViolations(),
                                CsvText.number(score.regretUsd()));
                    }
                });
    }
}
