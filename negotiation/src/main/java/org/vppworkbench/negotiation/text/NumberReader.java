package org.vppworkbench.negotiation.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers in digits or words. */
final class NumberReader {
    private static final Map<String, Double> WORDS = new HashMap<>();
    private static final Map<String, Double> HUNDREDS = Map.of(
            "hundred", 100.0, "cien", 100.0, "hundert", 100.0, "cent", 100.0, "thousand", 1000.0, "mil", 1000.0,
            "tausend", 1000.0, "mille", 1000.0, "k", 1000.0);
    private static final Pattern GERMAN = Pattern.compile("(\\p{L}+)und(\\p{L}+zig|dreissig)");
    private static final int MAX_DIGITS = 60;
    /** Chinese digits by value; the first is the two of things that are counted. */
    private static final String HAN = "两一二三四五六七八九";

    private static final java.util.Set<String> HAN_MEASURES = java.util.Set.of("台", "块", "个", "组", "辆");

    private final Language language;

    /**
     * A number.
     *
     * @param value what it is
     * @param length in tokens
     * @param digits whether it was written in digits
     */
    record Read(double value, int length, boolean digits) {}

    static {
        put(0, "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
                + "|eighteen|nineteen");
        put(0, "-|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciseis|diecisiete"
                + "|dieciocho|diecinueve");
        put(0, "-|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|dreizehn|vierzehn|funfzehn|sechzehn|siebzehn"
                + "|achtzehn|neunzehn");
        put(0, "-|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize");
        tens("twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety");
        tens("veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa");
        tens("zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig");
        tens("vingt|trente|quarante|cinquante|soixante|-|-|-");
        WORDS.put("zero", 0.0);
        WORDS.put("nought", 0.0);
        WORDS.put("twin", 2.0);
        WORDS.put("trio", 3.0);
        WORDS.put("couple", 2.0);
        WORDS.put("pair", 2.0);
        WORDS.put("dozen", 12.0);
        WORDS.put("both", 2.0);
        WORDS.put("twice", 2.0);
        WORDS.put("thrice", 3.0);
        WORDS.put("zweimal", 2.0);
        WORDS.put("dreimal", 3.0);
    }

    NumberReader(Language language) {
        this.language = language;
    }

    private static void put(int from, String words) {
        String[] list = words.split("\\|", -1);
        for (int i = 0; i < list.length; i++) {
            if (!list[i].equals("-")) {
                WORDS.put(list[i], (double) from + i + 1);
            }
        }
    }

    private static void tens(String words) {
        String[] list = words.split("\\|", -1);
        for (int i = 0; i < list.length; i++) {
            if (!list[i].equals("-")) {
                WORDS.put(list[i], 20.0 + 10 * i);
            }
        }
    }

    /** The number that starts at a token, or {@code null}. */
    @Nullable Read at(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        if (token.isNumber()) {
            return digits(tokens, at, token.raw());
        }
        if (!token.isWord()) {
            return null;
        }
        boolean article = token.is("a") && at + 2 < tokens.size() && tokens.get(at + 2).is("of")
                && (tokens.get(at + 1).is("couple") || tokens.get(at + 1).is("pair"));
        if (article) {
            return new Read(2, 3, false);
        }
        if (forms(tokens, at, 3).equals("half a dozen")) {
            return new Read(6, 3, false);
        }
        boolean counted = at + 1 < tokens.size() && HAN_MEASURES.contains(tokens.get(at + 1).form());
        int han = counted ? HAN.indexOf(token.form()) : -1;
        if (han >= 0) {
            return new Read(han == 0 ? 2 : han, 1, false);
        }
        Double value = word(token.form());
        return value == null ? null : more(tokens, at, value);
    }

    private @Nullable Read digits(List<Token> tokens, int at, String raw) {
        if (raw.length() > MAX_DIGITS) {
            return null;
        }
        double value = parse(raw);
        int next = at + 1;
        boolean thousand = next < tokens.size() && tokens.get(next).glued() && tokens.get(next).is("k");
        if (thousand) {
            return new Read(1000 * value, 2, true);
        }
        // 1 200 kWh
        boolean spaced = language.decimalComma() && raw.matches("[1-9]\\d{0,2}") && next < tokens.size()
                && tokens.get(next).raw().matches("\\d{3}");
        String spoken = forms(tokens, next, 2);
        if (spoken.matches("point \\d")) {
            return new Read(Double.parseDouble(token(value) + "." + tokens.get(next + 1).raw()), 3, true);
        }
        if (spoken.matches("point \\p{L}+")) {
            Double digit = WORDS.get(tokens.get(next + 1).form());
            if (digit != null && digit < 10) {
                return new Read(value + digit / 10, 3, true);
            }
        }
        return spaced
                ? new Read(1000 * value + parse(tokens.get(next).raw()), 2, true)
                : new Read(value, 1, true);
    }

    private static String token(double whole) {
        return String.valueOf((long) whole);
    }

    private double parse(String raw) {
        int exponent = Math.max(raw.indexOf('e'), raw.indexOf('E'));
        if (exponent > 0) {
            return Double.parseDouble(raw.replace(',', '.').replaceAll("\\.(?=.*\\.)", ""));
        }
        int comma = raw.lastIndexOf(',');
        int stop = raw.lastIndexOf('.');
        if (comma < 0 && stop < 0) {
            return Double.parseDouble(raw);
        }
        int last = Math.max(comma, stop);
        char sign = raw.charAt(last);
        int groups = raw.length() - raw.replace(String.valueOf(sign), "").length();
        boolean both = comma >= 0 && stop >= 0;
        boolean three = raw.length() - last - 1 == 3 && !raw.startsWith("0");
        boolean usual = language.decimalComma() ? sign == ',' : sign == '.';
        boolean decimal = groups == 1 && (both || !three || usual);
        String whole = (decimal ? raw.substring(0, last) : raw).replaceAll("[.,]", "");
        return Double.parseDouble(decimal ? whole + "." + raw.substring(last + 1) : whole);
    }

    private static @Nullable Double word(String form) {
        Double value = WORDS.get(form);
        if (value != null) {
            return value;
        }
        Matcher german = GERMAN.matcher(form);
        if (german.matches()) {
            Double unit = german.group(1).equals("ein") ? Double.valueOf(1) : WORDS.get(german.group(1));
            Double ten = WORDS.get(german.group(2));
            return unit == null || ten == null ? null : unit + ten;
        }
        return null;
    }

    /** twenty-five, thirteen and a half, seven point five, two hundred. */
    private static Read more(List<Token> tokens, int at, double start) {
        double value = start;
        int i = at + 1;
        boolean hyphen = i + 1 < tokens.size() && tokens.get(i).is("-");
        int unitAt = hyphen ? i + 1 : i;
        Double unit = unitAt < tokens.size() ? WORDS.get(tokens.get(unitAt).form()) : null;
        if (value >= 20 && value % 10 == 0 && unit != null && unit >= 1 && unit < 10) {
            value += unit;
            i = unitAt + 1;
        }
        if (value == 12 && tokens.get(at).is("dozen") && forms(tokens, i, 3).equals("and a half")) {
            return new Read(18, 4, false);
        }
        // five-thousand
        boolean joined = i + 1 < tokens.size() && tokens.get(i).is("-") && HUNDREDS.containsKey(tokens.get(i + 1).form());
        i = joined ? i + 1 : i;
        Double factor = i < tokens.size() ? HUNDREDS.get(tokens.get(i).form()) : null;
        if (factor != null && !tokens.get(i).is("cent")) {
            value *= factor;
            i++;
            boolean and = i + 1 < tokens.size() && tokens.get(i).is("and") && WORDS.containsKey(tokens.get(i + 1).form());
            i = and ? i + 1 : i;
            Double rest = i < tokens.size() ? WORDS.get(tokens.get(i).form()) : null;
            if (rest != null && rest < factor) {
                Read tail = more(tokens, i, rest);
                return new Read(value + tail.value(), i - at + tail.length(), false);
            }
        }
        boolean hyphenated = forms(tokens, i, 2).equals("- point");
        i = hyphenated ? i + 1 : i;
        String tail = forms(tokens, i, 4).replace("point - ", "point ");
        String joinedTail = tail.replace("- ", "");
        int signs = tail.startsWith("-") ? 3 : 0;
        if (joinedTail.startsWith("and a half") || forms(tokens, i, 6).equals("- and - a - half")) {
            return new Read(value + 0.5, i + 3 + signs - at, false);
        }
        if (tail.startsWith("and a quarter")) {
            return new Read(value + 0.25, i + 3 - at, false);
        }
        if (tail.startsWith("and three quarters")) {
            return new Read(value + 0.75, i + 3 - at, false);
        }
        if (tail.matches("point \\d.*") && i + 1 < tokens.size() && tokens.get(i + 1).isNumber()) {
            return new Read(Double.parseDouble(token(value) + "." + tokens.get(i + 1).raw().replaceAll("\\D.*", "")), i + 2 - at, false);
        }
        int digit = hyphenated ? i + 2 : i + 1;
        Double decimal = tail.startsWith("point ") && digit < tokens.size() ? WORDS.get(tokens.get(digit).form()) : null;
        if (decimal != null && decimal < 10) {
            return new Read(value + decimal / 10, digit + 1 - at, false);
        }
        return new Read(value, i - at, false);
    }

    /** Forms of the next tokens with single spaces. */
    static String forms(List<Token> tokens, int from, int count) {
        StringBuilder forms = new StringBuilder();
        for (int i = from; i < Math.min(tokens.size(), from + count); i++) {
            forms.append(i > from ? " " : "").append(tokens.get(i).form());
        }
        return forms.toString();
    }
}
