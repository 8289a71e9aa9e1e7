package org.vppworkbench.negotiation.standin;

import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.vppworkbench.negotiation.language.Utterance;

/**
 * A rule in the place of a model that speaks for the aggregator: it reads the table of the prompt, asks the coalition tool in
 * the first round, raises its limit from 30 to 80 % of the published price and bids for the cheapest asks that are needed.
 */
public final class AggregatorSpeaker {
    private static final double OPENING = 0.3;
    private static final double FINAL = 0.8;

    private AggregatorSpeaker() {}

    private record Row(String home, double kw, double leastKw, double price) {}

    /**
     * The reply, now and then with a mistake.
     *
     * @param instructions the system text, or the form of the reply: both name the tools
     * @param faultShare share of first replies that are wrong [0..1]
     */
    static String reply(List<Utterance> turns, String instructions, double faultShare) {
        String good = reply(turns, instructions);
        double draw = Mistakes.draw(turns.getFirst().text());
        return draw >= faultShare || Mistakes.told(turns)
                ? good
                : Mistakes.list(JsonParser.parseString(good).getAsJsonObject(), "moves", draw / faultShare);
    }

    /**
     * The reply.
     *
     * @param turns what was said so far
     * @param instructions the system text, or the form of the reply: both name the tools
     */
    public static String reply(List<Utterance> turns, String instructions) {
        DataTable table = DataTable.of(turns);
        boolean mayAsk = instructions.contains("COALITION") && turns.size() == 1;
        if (mayAsk && table.elapsed() == 0 && table.rows().size() > 1) {
            return "{\"action\":\"COALITION\",\"offers\":[],\"rationale\":\"Which asks fit best?\"}";
        }
        double published = table.number("published_price");
        double limit = Math.floor((OPENING + (FINAL - OPENING) * table.elapsed()) * published * 100) / 100;
        double left = table.number("left_kw");
        boolean lastWord = table.says("only ACCEPT or REJECT");
        List<String> moves = new ArrayList<>();
        for (Row row : rows(table)) {
            boolean cheap = row.price() <= limit;
            double kw = Math.min(row.kw(), left);
            boolean possible = kw >= Math.max(row.leastKw(), 0.01);
            if (possible && cheap && kw >= row.kw()) {
                moves.add(move(row.home(), "ACCEPT", ""));
                left -= row.kw();
            } else if (possible && !lastWord) {
                double price = Math.min(row.price(), limit);
                moves.add(move(row.home(), "COUNTER", String.format(Locale.ROOT, ",\"kw\":%.3f,\"price\":%.2f", kw, price)));
                left -= kw;
            } else if (lastWord) {
                moves.add(move(row.home(), "REJECT", ""));
            }
        }
        String why = String.format(Locale.ROOT, "I go up to %.0f %% of the published price in this round.", 100 * limit / published);
        return "{\"action\":\"DECIDE\",\"moves\":[" + String.join(",", moves) + "],\"rationale\":\"" + why + "\"}";
    }

    private static List<Row> rows(DataTable table) {
        List<Row> rows = new ArrayList<>();
        for (List<String> row : table.rows()) {
            if (row.size() >= 4 && !row.get(1).equals("-")) {
                rows.add(new Row(
                        row.get(0), Double.parseDouble(row.get(1)), Double.parseDouble(row.get(2)),
                        Double.parseDouble(row.get(3))));
            }
        }
        rows.sort(Comparator.comparingDouble(Row::price).thenComparing(Row::home));
        return rows;
    }

    private static String move(String home, String move, String terms) {
        return "{\"home\":\"" + home + "\",\"move\":\"" + move + "\"" + terms + "}";
    }
}
