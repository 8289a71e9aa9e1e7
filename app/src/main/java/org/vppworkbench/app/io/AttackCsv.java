package org.vppworkbench.app.io;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.vppworkbench.app.bench.AttackRow;

/** What came of attacks, one attack and condition per line. */
public final class AttackCsv {
    public static final List<String> COLUMNS = List.of(
            "attack", "category", "channel", "goal", "condition", "victim", "prompts_reached", "replies_obeyed",
            "refused", "succeeded", "changed", "messages_telling", "prompts_crossed", "victim_loss_usd", "welfare_loss_usd",
            "breaches");

    private AttackCsv() {}

    public static String text(List<AttackRow> rows) {
        StringWriter out = new StringWriter();
        try {
            CsvText.write(out, COLUMNS, printer -> {
                for (AttackRow row : rows) {
                    printer.row(
                            row.attack().id(), row.attack().category(), row.attack().channel(), row.attack().goal(),
                            row.condition(), row.victim(), row.reached(), row.obeyed(), row.refused(),
                            !row.breaches().isEmpty(), row.changed(), row.told(), row.crossed(),
                            CsvText.optional(row.victimUsd()), CsvText.optional(row.welfareUsd()),
                            String.join("; ", row.breaches()));
                }
            });
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return out.toString();
    }
}
