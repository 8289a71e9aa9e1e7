package org.vppworkbench.negotiation.text;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers in digits or words. */
final class NumberReader {
    private static final int MAX_DIGITS = 60;
    /** Chinese digits by value; the first is the two of things that are counted. */
    private static final String HAN = "两一二三四五六七八九";

    private static final Set<String> HAN_MEASURES = Set.of("台", "块", "个", "组", "辆");
    private static final Set<String> POINT = Set.of("point", "komma", "coma", "virgule", "virgola", "virgula", "punto", "comma");
    private static final Pattern AND_PART = Pattern.compile("(?:- )?(?:and|y|und|et|e|en)(?: -)? (?:a |an |un |une |uma |um |una |ein |een |one )?(?:- )?"
            + "(?<part>half|quarter|three quarters|three - quarters|media|medio|cuarto|tres cuartos|halb|halbe|demi|demie|quart|meia|meio|mezzo|mezza|half|kwart)(?= |$)");
    private static final Pattern SLASH = Pattern.compile("(?:(?:-|and|y|und|et|e) )?(?<a>[1-7]) [/\u2044] (?<b>[2-8])(?= |$)");

    private final Language language;
    private final NumberWords words;

    /**
     * A number.
     *
     * @param value what it is
     * @param length in tokens
     * @param digits whether it was written in digits
     */
    record Read(double value, int length, boolean digits) {}

    NumberReader(Language language) {
        this.language = language;
        this.words = new NumberWords(language);
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
        Read hundred = hundred(tokens, at);
        if (hundred != null) {
            return hundred;
        }
        boolean counted = at + 1 < tokens.size() && HAN_MEASURES.contains(tokens.get(at + 1).form());
        int han = counted ? HAN.indexOf(token.form()) : -1;
        if (han >= 0) {
            return new Read(han == 0 ? 2 : han, 1, false);
        }
        Double value = word(token);
        if (value != null) {
            return more(tokens, at, value);
        }
        // point five
        return token.is("point") ? tail(tokens, at, at, 0) : german(token.form());
    }

    /** A number in words without what may follow it, such as a half or hundreds; {@code null} where there is none. */
    @Nullable Double word(Token token) {
        // très, mon: letters with accents are not the Spanish number
        return token.raw().indexOf('\u00e8') >= 0 ? null : words.value(token.form());
    }

    private @Nullable Read hundred(List<Token> tokens, int at) {
        int i = tokens.get(at).is("a") || tokens.get(at).is("ein") ? at + 1 : at;
        if (i >= tokens.size() || !tokens.get(i).form().matches("hundred|thousand|hundert|tausend")) {
            return null;
        }
        Double factor = words.factor(tokens.get(i).form());
        return factor == null ? null : scaled(tokens, at, i, 1);
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
        if (spaced) {
            return new Read(1000 * value + parse(tokens.get(next).raw()), 2, true);
        }
        boolean whole = raw.matches("\\d{1,3}");
        Read spoken = whole ? tail(tokens, at, next, value) : null;
        if (spoken != null) {
            return new Read(spoken.value(), spoken.length(), true);
        }
        Read part = whole ? part(tokens, next, value) : null;
        return part != null ? part : new Read(value, 1, true);
    }

    /** 13 ½ kWh, 6-1/2 kW: a number and a part, before a unit. */
    private static @Nullable Read part(List<Token> tokens, int next, double value) {
        if (next < tokens.size() && tokens.get(next).raw().matches("0\\.(?:5|25|75)") && Units.at(tokens, next + 1) != null) {
            return new Read(value + Double.parseDouble(tokens.get(next).raw()), 2, true);
        }
        Matcher slash = SLASH.matcher(forms(tokens, next, 5));
        if (!slash.lookingAt()) {
            return null;
        }
        int length = slash.group().split(" ").length;
        double a = Double.parseDouble(slash.group("a"));
        double b = Double.parseDouble(slash.group("b"));
        return a < b && Units.at(tokens, next + length) != null ? new Read(value + a / b, 1 + length, true) : null;
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
        boolean three = raw.length() - last - 1 == 3 && !raw.startsWith("0") && last > 0;
        boolean usual = language.decimalComma() ? sign == ',' : sign == '.';
        boolean decimal = groups == 1 && (both || !three || usual);
        String whole = (decimal ? raw.substring(0, last) : raw).replaceAll("[.,]", "");
        return Double.parseDouble(decimal ? "0" + whole + "." + raw.substring(last + 1) : whole);
    }

    /** anderthalb, dreieinhalb, zweieinhalb. */
    private @Nullable Read german(String form) {
        if (form.equals("anderthalb") || form.equals("eineinhalb")) {
            return new Read(1.5, 1, false);
        }
        boolean half = form.length() > 8 && form.endsWith("einhalb");
        Double whole = half ? words.value(form.substring(0, form.length() - 7)) : null;
        return whole == null ? null : new Read(whole + 0.5, 1, false);
    }

    /** twenty-five, thirteen and a half, seven point five, two hundred, quatre-vingt-dix. */
    private Read more(List<Token> tokens, int at, double start) {
        double value = start;
        int i = at + 1;
        if (value == 4 && forms(tokens, i, 2).matches("- vingts?")) {
            value = 80;
            i += 2;
        }
        Read unit = value >= 20 && value < 100 && value % 10 == 0 ? unit(tokens, i, value) : null;
        if (unit != null) {
            value += unit.value();
            i += unit.length();
        }
        if (value == 12 && tokens.get(at).is("dozen") && forms(tokens, i, 3).equals("and a half")) {
            return new Read(18, 4, false);
        }
        // ciento veinte, cento e vinte
        if (value >= 100 && value < 1000 && value % 100 == 0 && language != Language.EN && i < tokens.size()) {
            int from = words.joins(tokens.get(i).form()) ? i + 1 : i;
            Double rest = from < tokens.size() ? word(tokens.get(from)) : null;
            if (rest != null && rest < 100) {
                Read tail = more(tokens, from, rest);
                return new Read(value + tail.value(), from - at + tail.length(), false);
            }
        }
        // five-thousand
        boolean joined = i + 1 < tokens.size() && tokens.get(i).is("-") && words.factor(tokens.get(i + 1).form()) != null;
        i = joined ? i + 1 : i;
        boolean cents = i < tokens.size() && tokens.get(i).form().matches("cents?")
                && (language != Language.FR || Units.at(tokens, i + 1) == null);
        Double factor = i < tokens.size() && !cents ? words.factor(tokens.get(i).form()) : null;
        if (factor != null) {
            return scaled(tokens, at, i, value);
        }
        return ended(tokens, at, i, value);
    }

    /** The unit behind a ten: "-five", " five", " y cinco", " et un", and the French "-dix-sept". */
    private @Nullable Read unit(List<Token> tokens, int from, double ten) {
        boolean sign = from + 1 < tokens.size() && (tokens.get(from).is("-") || words.joins(tokens.get(from).form()));
        int at = sign ? from + 1 : from;
        if (at < tokens.size() && sign && words.joins(tokens.get(from).form()) && tokens.get(at).form().matches("un|une|uno|um|uma")) {
            return new Read(1, 2, false);
        }
        Double unit = at < tokens.size() ? word(tokens.get(at)) : null;
        boolean french = ten == 60 || ten == 80;
        boolean fits = unit != null && unit >= 1 && (unit < 10 || (french && sign && unit < 20 && language == Language.FR));
        return fits && unit != null ? new Read(unit, at + 1 - from, false) : null;
    }

    /** Hundreds and thousands, with what follows: "three hundred and fifty". */
    private Read scaled(List<Token> tokens, int at, int factorAt, double count) {
        double factor = java.util.Objects.requireNonNull(words.factor(tokens.get(factorAt).form()));
        double value = count * factor;
        int i = factorAt + 1;
        boolean and = i + 1 < tokens.size() && (tokens.get(i).is("and") || tokens.get(i).is("-") || words.joins(tokens.get(i).form()))
                && word(tokens.get(i + 1)) != null;
        i = and ? i + 1 : i;
        Double rest = i < tokens.size() ? word(tokens.get(i)) : null;
        if (rest != null && rest < factor && rest > 0) {
            Read tail = more(tokens, i, rest);
            if (tail.value() < factor) {
                return new Read(value + tail.value(), i - at + tail.length(), false);
            }
        }
        return ended(tokens, at, i, value);
    }

    /** A half, a quarter or decimals behind a number in words. */
    private Read ended(List<Token> tokens, int at, int i, double value) {
        Matcher part = AND_PART.matcher(forms(tokens, i, 7));
        if (part.lookingAt()) {
            double more = switch (part.group("part")) {
                case "quarter", "cuarto", "quart", "kwart" -> 0.25;
                case "three quarters", "three - quarters", "tres cuartos" -> 0.75;
                default -> 0.5;
            };
            return new Read(value + more, i + part.group().split(" ").length - at, false);
        }
        Read decimals = tail(tokens, at, i, value);
        return decimals != null ? decimals : new Read(value, i - at, false);
    }

    /** point five, point two five, komma drei. */
    private @Nullable Read tail(List<Token> tokens, int at, int from, double whole) {
        int i = from < tokens.size() && tokens.get(from).is("-") ? from + 1 : from;
        if (i >= tokens.size() || !POINT.contains(tokens.get(i).form())) {
            return null;
        }
        // "13 kWh comma two cars" is dictated; the English word is no decimal point
        if (tokens.get(i).is("comma") && language == Language.EN) {
            return null;
        }
        i++;
        StringBuilder digits = new StringBuilder();
        while (i < tokens.size()) {
            Token token = tokens.get(i);
            Double digit = token.isWord() ? word(token) : null;
            boolean dash = token.is("-") && i + 1 < tokens.size() && (tokens.get(i + 1).isNumber() || word(tokens.get(i + 1)) != null);
            if (token.isNumber() && digits.isEmpty()) {
                digits.append(token.raw().replaceAll("\\D.*", ""));
                i++;
                break;
            } else if (digit != null && digit < 10) {
                digits.append(digit.intValue());
            } else if (digit != null && digit < 100 && digits.isEmpty()) {
                Read both = more(tokens, i, digit);
                digits.append((int) both.value());
                i += both.length();
                break;
            } else if (!dash) {
                break;
            }
            i++;
        }
        return digits.isEmpty() ? null : new Read(whole + Double.parseDouble("0." + digits), i - at, false);
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
