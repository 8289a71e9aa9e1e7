package org.vppworkbench.negotiation.standin;

import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.vppworkbench.negotiation.language.Utterance;

/**
 * A rule in the place of the single model that decides for everybody: the cheapest homes first, each with the largest quantity
 * that still fits, halfway between its least price and the published one.
 */
public final class SingleSpeaker {
    private SingleSpeaker() {}

    private record Point(double kw, double least) {}

    private record Row(String home, List<Point> points) {
        double cheapest() {
            return points.stream().mapToDouble(Point::least).min().orElse(Double.MAX_VALUE);
        }
    }

    /**
     * The reply to what was said so far, now and then with a mistake.
     *
     * @param faultShare share of first replies that are wrong [0..1]
     */
    static String reply(List<Utterance> turns, double faultShare) {
        String good = reply(turns);
        double draw = Mistakes.draw(turns.getFirst().text());
        return draw >= faultShare || Mistakes.told(turns)
                ? good
                : Mistakes.list(JsonParser.parseString(good).getAsJsonObject(), "contracts", draw / faultShare);
    }

    /** The reply to what was said so far, without mistakes. */
    public static String reply(List<Utterance> turns) {
        DataTable table = DataTable.of(turns);
        double published = table.number("published_price");
        double left = table.number("required_kw");
        List<String> contracts = new ArrayList<>();
        for (Row row : rows(table)) {
            for (Point point : row.points().reversed()) {
                if (point.kw() <= left && point.least() <= published) {
                    double price = Math.max(point.least(), Math.floor(50 * (point.least() + published)) / 100);
                    contracts.add(String.format(
                            Locale.ROOT, "{\"home\":\"%s\",\"kw\":%.3f,\"price\":%.2f}", row.home(), point.kw(), price));
                    left -= point.kw();
                    break;
                }
            }
        }
        return "{\"contracts\":[" + String.join(",", contracts) + "],\"rationale\":\"The cheapest homes first, the gain halved.\"}";
    }

    private static List<Row> rows(DataTable table) {
        List<Row> rows = new ArrayList<>();
        for (List<String> words : table.rows()) {
            List<Point> points = new ArrayList<>();
            for (String word : words.subList(1, words.size())) {
                String[] pair = word.split(":", 2);
                if (pair.length == 2) {
                    points.add(new Point(Double.parseDouble(pair[0]), Double.parseDouble(pair[1])));
                }
            }
            rows.add(new Row(words.getFirst(), points));
        }
        rows.sort(Comparator.comparingDouble(Row::cheapest).thenComparing(Row::home));
        return rows;
    }
}
