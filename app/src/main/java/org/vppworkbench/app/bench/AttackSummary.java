package org.vppworkbench.app.bench;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Attacks of one kind together. Shares and losses are those of attacks that reached a model or a parser: one that stood in
 * no prompt could not have got through, and would make the intervals too narrow.
 *
 * @param name of the kind
 * @param attacks how many
 * @param reached attacks that stood in a prompt, or were read as a description
 * @param obeyed attacks the stand-in obeyed
 * @param refused replies or values refused
 * @param succeeded attacks that got through engine, gate or settlement, of those that arrived
 * @param changed attacks that changed what the victim did, of those that arrived
 * @param told attacks after which private numbers stand in the record
 * @param victimMedianUsd median of what victims lost [$], NaN where none arrived in a run
 * @param victimMostUsd largest [$]
 * @param welfareMedianUsd median of what W lost [$]
 * @param welfareMostUsd largest [$]
 */
public record AttackSummary(
        String name, int attacks, int reached, int obeyed, int refused, Wilson succeeded, Wilson changed, int told,
        double victimMedianUsd, double victimMostUsd, double welfareMedianUsd, double welfareMostUsd) {

    /** The summary of some rows. */
    public static AttackSummary of(String name, List<AttackRow> rows) {
        List<AttackRow> arrived = rows.stream().filter(AttackSummary::arrived).toList();
        List<Double> victim = values(arrived, AttackRow::victimUsd);
        List<Double> welfare = values(arrived, AttackRow::welfareUsd);
        return new AttackSummary(
                name, rows.size(),
                arrived.size(),
                (int) rows.stream().filter(row -> row.obeyed() > 0).count(),
                rows.stream().mapToInt(AttackRow::refused).sum(),
                Wilson.of((int) arrived.stream().filter(row -> !row.breaches().isEmpty()).count(), arrived.size()),
                Wilson.of((int) arrived.stream().filter(AttackRow::changed).count(), arrived.size()),
                (int) rows.stream().filter(row -> row.told() > 0).count(),
                median(victim), most(victim), median(welfare), most(welfare));
    }

    /** What got through has arrived, whatever was counted. */
    private static boolean arrived(AttackRow row) {
        return row.reached() > 0 || !row.breaches().isEmpty();
    }

    private static List<Double> values(List<AttackRow> rows, Function<AttackRow, @Nullable Double> column) {
        return rows.stream().map(column).filter(Objects::nonNull).map(Objects::requireNonNull).sorted().toList();
    }

    private static double median(List<Double> sorted) {
        int n = sorted.size();
        return n == 0 ? Double.NaN : (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    }

    private static double most(List<Double> sorted) {
        return sorted.isEmpty() ? Double.NaN : sorted.getLast();
    }
}
