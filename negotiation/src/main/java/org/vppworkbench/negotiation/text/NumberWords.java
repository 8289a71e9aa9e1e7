package org.vppworkbench.negotiation.text;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words for whole numbers. English, Spanish, German and French words are understood in every text, save those that are
 * common words of another language; Italian, Portuguese and Dutch ones only in their own.
 */
final class NumberWords {
    /** Words that are numbers in their own language only: Spanish "once", French "sept", German "elf". */
    private static final Map<String, Language> ONLY = Map.of("once", Language.ES, "sept", Language.FR, "elf", Language.DE,
            "mil", Language.ES, "mille", Language.FR, "cent", Language.FR, "cien", Language.ES);

    private static final Map<String, Double> COMMON = new HashMap<>();
    private static final Map<Language, Map<String, Double>> OWN = new EnumMap<>(Language.class);
    private static final Map<String, Double> FACTORS = Map.ofEntries(
            Map.entry("hundred", 100.0), Map.entry("hundert", 100.0), Map.entry("cent", 100.0), Map.entry("cents", 100.0),
            Map.entry("thousand", 1000.0), Map.entry("mil", 1000.0), Map.entry("tausend", 1000.0), Map.entry("mille", 1000.0),
            Map.entry("mila", 1000.0), Map.entry("duizend", 1000.0), Map.entry("honderd", 100.0), Map.entry("k", 1000.0));
    private static final Pattern GERMAN =
            Pattern.compile("(?:(?<t>\\p{L}*)tausend)?(?:(?<h>\\p{L}*)hundert(?:und)?)?(?<r>\\p{L}*)");
    private static final Pattern TENS = Pattern.compile("(?<u>\\p{L}+?)(?:und|en)(?<t>\\p{L}+(?:zig|tig|dreissig))");
    private static final Set<String> AND = Set.of("y", "e", "et", "und");

    static {
        row(COMMON, 0, "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                + " seventeen eighteen nineteen");
        row(COMMON, 0, "- - dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete"
                + " dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete"
                + " veintiocho veintinueve");
        row(COMMON, 0, "null - zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn"
                + " siebzehn achtzehn neunzehn");
        row(COMMON, 0, "- - deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize");
        tens(COMMON, "twenty thirty forty fifty sixty seventy eighty ninety");
        tens(COMMON, "- treinta cuarenta cincuenta sesenta setenta ochenta noventa");
        tens(COMMON, "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig");
        tens(COMMON, "vingt trente quarante cinquante soixante septante huitante nonante");
        COMMON.put("fourty", 40.0);
        row(COMMON, "nought 0 twin 2 trio 3 couple 2 pair 2 dozen 12 both 2 twice 2 thrice 3 zweimal 2 dreimal 3 zwo 2 cero 0"
                + " cien 100 ciento 100 doscientos 200 trescientos 300 cuatrocientos 400 quinientos 500 seiscientos 600"
                + " setecientos 700 ochocientos 800 novecientos 900 docena 12 dutzend 12 mil 1000 mille 1000 cent 100");
        Map<String, Double> italian = own(Language.IT);
        row(italian, 0, "zero - due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici"
                + " diciassette diciotto diciannove");
        tens(italian, "venti trenta quaranta cinquanta sessanta settanta ottanta novanta");
        row(italian, "cento 100 duecento 200 trecento 300 quattrocento 400 cinquecento 500 seicento 600 mille 1000");
        glued(italian, "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
                "uno due tre quattro cinque sei sette otto nove");
        Map<String, Double> portuguese = own(Language.PT);
        row(portuguese, 0, "zero - dois tres quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis"
                + " dezessete dezoito dezenove");
        row(portuguese, "duas 2 quatorze 14 dezasseis 16 dezassete 17 dezanove 19 cem 100 cento 100 duzentos 200 trezentos 300"
                + " quatrocentos 400 quinhentos 500 seiscentos 600 mil 1000");
        tens(portuguese, "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa");
        Map<String, Double> dutch = own(Language.NL);
        row(dutch, 0, "nul - twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien"
                + " achttien negentien");
        tens(dutch, "twintig dertig veertig vijftig zestig zeventig tachtig negentig");
    }

    private final Language language;

    NumberWords(Language language) {
        this.language = language;
    }

    /** Value of a word, or {@code null}. */
    @Nullable Double value(String form) {
        Double own = OWN.getOrDefault(language, Map.of()).get(form);
        if (own != null) {
            return own;
        }
        Language only = ONLY.get(form);
        Double value = only == null || only == language ? COMMON.get(form) : null;
        if (value != null) {
            return value;
        }
        boolean plausible = form.length() > 6 && (language == Language.DE || language == Language.NL || form.endsWith("zig"));
        return plausible ? compound(form) : null;
    }

    /** One hundred or one thousand behind a number, or {@code null}. */
    @Nullable Double factor(String form) {
        return FACTORS.get(form);
    }

    /** Whether a word joins tens and units: treinta y cinco, vingt et un. */
    boolean joins(String form) {
        return language != Language.EN && AND.contains(form);
    }

    /** einundzwanzig, dreihundertfünfzig, eintausendzweihundert. */
    private @Nullable Double compound(String form) {
        Matcher match = GERMAN.matcher(form);
        if (!match.matches()) {
            return null;
        }
        double total = 0;
        String thousands = match.group("t");
        String hundreds = match.group("h");
        if (thousands != null) {
            Double count = thousands.isEmpty() ? Double.valueOf(1) : below100(thousands);
            if (count == null) {
                return null;
            }
            total += 1000 * count;
        }
        if (hundreds != null) {
            Double count = hundreds.isEmpty() ? Double.valueOf(1) : below100(hundreds);
            if (count == null || count > 19) {
                return null;
            }
            total += 100 * count;
        }
        String rest = match.group("r");
        if (rest.isEmpty()) {
            return total;
        }
        Double small = below100(rest);
        return small == null ? null : Double.valueOf(total + small);
    }

    private @Nullable Double below100(String word) {
        if (word.equals("ein") || word.equals("eine") || word.equals("een")) {
            return 1.0;
        }
        Double simple = OWN.getOrDefault(language, Map.of()).getOrDefault(word, COMMON.get(word));
        if (simple != null) {
            return simple;
        }
        Matcher match = TENS.matcher(word);
        if (!match.matches()) {
            return null;
        }
        Double unit = below100(match.group("u"));
        Double ten = OWN.getOrDefault(language, Map.of()).getOrDefault(match.group("t"), COMMON.get(match.group("t")));
        return unit == null || ten == null || unit > 9 ? null : Double.valueOf(unit + ten);
    }

    private static Map<String, Double> own(Language language) {
        return OWN.computeIfAbsent(language, _ -> new HashMap<>());
    }

    private static void row(Map<String, Double> map, int from, String words) {
        String[] list = words.split(" ", -1);
        for (int i = 0; i < list.length; i++) {
            if (!list[i].equals("-")) {
                map.put(list[i], (double) from + i);
            }
        }
    }

    private static void row(Map<String, Double> map, String pairs) {
        List<String> list = List.of(pairs.split(" ", -1));
        for (int i = 0; i + 1 < list.size(); i += 2) {
            map.put(list.get(i), Double.valueOf(list.get(i + 1)));
        }
    }

    private static void tens(Map<String, Double> map, String words) {
        String[] list = words.split(" ", -1);
        for (int i = 0; i < list.length; i++) {
            if (!list[i].equals("-")) {
                map.put(list[i], 20.0 + 10 * i);
            }
        }
    }

    /** ventuno, ventidue: the last vowel of the ten falls before a vowel. */
    private static void glued(Map<String, Double> map, String tens, String units) {
        String[] ten = tens.split(" ", -1);
        String[] unit = units.split(" ", -1);
        for (int t = 0; t < ten.length; t++) {
            for (int u = 0; u < unit.length; u++) {
                boolean vowel = "uo".indexOf(unit[u].charAt(0)) >= 0;
                String stem = vowel ? ten[t].substring(0, ten[t].length() - 1) : ten[t];
                map.put(stem + unit[u], 20.0 + 10 * t + u + 1);
            }
        }
    }
}
