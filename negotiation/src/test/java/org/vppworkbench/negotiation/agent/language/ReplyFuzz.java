package org.vppworkbench.negotiation.agent.language;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Texts as a model could reply: JSON that keeps to a schema, with numbers around what is right, and then none, one or several
 * faults in its values, its structure or its letters. The same seed gives the same texts.
 */
final class ReplyFuzz {
    private static final List<String> NUMBERS = List.of(
            "0", "-0", "-1", "1e-9", "1e9", "1e308", "-1e308", "1e309", "-1e400", "NaN", "Infinity", "-Infinity", "0x10", "1e",
            "01", ".5", "5.", "+3", "1_000", "3." + "1415926535".repeat(20), "9999999999999999999999", "4.9e-324");
    private static final List<String> VALUES = List.of(
            "null", "true", "\"5\"", "\"\"", "[]", "{}", "[5]", "{\"a\":1}", "\"NaN\"", "undefined", "'5'", "\"\\u0000\"",
            "\"\\ud800\"", "\"ACCEPT\"", "\"ENERGY@19/r1/aggregator>home-002\"", "[[[[[[1]]]]]]");
    private static final List<String> NAMES = List.of(
            "action", "kw", "price_usd_per_mwh", "reason", "round", "offer", "rationale", "home", "move", "price", "moves",
            "replies", "contracts", "sender", "award", "id", "__proto__", "", "KW", "k\\u0077", "take_part", "opening_markup");
    private static final List<String> HOME_ACTIONS = List.of(
            "PROPOSE", "COUNTER", "ACCEPT", "REJECT", "REFUSE", "WITHDRAW", "STAND", "WHAT_IF", "HISTORY", "FORECAST");
    private static final List<String> LETTERS = List.of(
            "{", "}", "[", "]", "\"", ",", ":", "\\", " ", "\n", "\u0000", "\u202e", "\ud83d", "0", "9", "e", "-", "NaN", "null",
            "/*x*/", "//x\n", "#", "\uff11", "\ufeff", "```");

    private final SplittableRandom random;

    ReplyFuzz(long seed) {
        this.random = new SplittableRandom(seed);
    }

    int number(int below) {
        return random.nextInt(below);
    }

    /** Of a home in a negotiation. */
    String home(double kw, double price, int round) {
        return broken(homeObject(kw, price, round, ""));
    }

    /** Of a home among many. */
    String batched(List<String> homes, double kw, double price, int round) {
        StringBuilder items = new StringBuilder();
        for (String home : homes) {
            for (int i = random.nextInt(12) == 0 ? 2 : 1; i > 0; i--) {
                items.append(items.isEmpty() ? "" : ",").append(homeObject(kw, price, round, field("home", quoted(name(home)))));
            }
        }
        return broken("{\"replies\":[" + items + "]}");
    }

    /** Of the aggregator. */
    String aggregator(List<String> homes, double kw, double price) {
        StringBuilder items = new StringBuilder();
        for (String home : homes) {
            String move = any(List.of("COUNTER", "COUNTER", "ACCEPT", "REJECT", "WAIT"));
            items.append(items.isEmpty() ? "" : ",").append('{').append(field("home", quoted(name(home)))).append(',')
                    .append(field("move", quoted(move)))
                    .append(move.equals("COUNTER") ? "," + field("kw", around(kw)) + "," + field("price", around(price)) : "")
                    .append(extra()).append('}');
        }
        return broken("{" + field("action", quoted("DECIDE")) + ",\"moves\":[" + items + "]," + field("rationale", "\"because\"")
                + extra() + "}");
    }

    /** Of the single model. */
    String single(List<String> homes, double kw, double price) {
        StringBuilder items = new StringBuilder();
        for (String home : homes) {
            items.append(items.isEmpty() ? "" : ",").append('{').append(field("home", quoted(name(home)))).append(',')
                    .append(field("kw", around(kw))).append(',').append(field("price", around(price))).append(extra()).append('}');
        }
        return broken("{\"contracts\":[" + items + "]," + field("rationale", "\"because\"") + extra() + "}");
    }

    /** For a day. */
    String strategy() {
        return broken("{" + field("take_part", random.nextInt(8) == 0 ? "false" : "true") + ","
                + field("reservation_markup", around(1)) + "," + field("opening_markup", around(1)) + ","
                + field("concession_exponent", around(2)) + "," + field("most_kw_share", around(0.5)) + ","
                + field("least_price_usd_per_mwh", around(50)) + "," + field("rationale", "\"calm\"") + extra() + "}");
    }

    private String homeObject(double kw, double price, int round, String first) {
        String action = any(HOME_ACTIONS);
        StringBuilder reply = new StringBuilder("{").append(first).append(first.isEmpty() ? "" : ",")
                .append(field("action", quoted(action)));
        if (List.of("PROPOSE", "COUNTER", "WHAT_IF").contains(action) || random.nextInt(10) == 0) {
            reply.append(',').append(field("kw", around(kw))).append(',').append(field("price_usd_per_mwh", around(price)));
        }
        if (action.equals("REFUSE")) {
            reply.append(',').append(field("reason", quoted(any(List.of("OWNER", "NOT_DELIVERABLE", "PRICE_FLOOR")))));
        }
        if (random.nextInt(4) == 0) {
            reply.append(',').append(field("round", String.valueOf(round)));
        }
        return reply.append(',').append(field("rationale", "\"fair\"")).append(extra()).append('}').toString();
    }

    /** A field, now and then with a value of another kind. */
    private String field(String name, String value) {
        String said = random.nextInt(60) == 0 ? any(VALUES) : value;
        String called = random.nextInt(150) == 0 ? any(NAMES) : name;
        return quoted(called) + ":" + said;
    }

    private String name(String home) {
        return random.nextInt(25) == 0 ? any(List.of("home-009", "all", "aggregator", "", "home-001\\u0000", "HOME-001")) : home;
    }

    /** A number near another one, or one nobody should send. */
    private String around(double middle) {
        return switch (random.nextInt(30)) {
            case 0 -> any(NUMBERS);
            case 1 -> quoted(String.valueOf(middle));
            case 2 -> String.valueOf(middle * 10);
            case 3 -> String.valueOf(-middle);
            case 4 -> String.format(Locale.ROOT, "%.17g", middle * (1 + 1e-6));
            default -> String.format(Locale.ROOT, "%.3f", middle * 2 * random.nextDouble());
        };
    }

    private String extra() {
        return random.nextInt(30) == 0 ? "," + quoted(any(NAMES)) + ":" + any(VALUES) : "";
    }

    /** Faults in the text as a whole; most texts get none. */
    private String broken(String good) {
        return switch (random.nextInt(24)) {
            case 0 -> good.substring(0, random.nextInt(good.length() + 1));
            case 1 -> good + good;
            case 2 -> "```json\n" + good + "\n```";
            case 3 -> "[" + good + "]";
            case 4 -> letters(good);
            case 5 -> letters(letters(good));
            case 6 -> deep(good);
            default -> good;
        };
    }

    private String letters(String text) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + random.nextInt(3));
        return text.substring(0, at) + any(LETTERS) + text.substring(to);
    }

    private String deep(String text) {
        int levels = 1 + random.nextInt(120);
        return "{\"a\":".repeat(levels) + text + "}".repeat(levels);
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
