package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.BatteryProduct;
import org.vppworkbench.model.fleet.CarModel;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.negotiation.text.Product.Kind;

/**
 * Real products by the names people give them. Products that generated fleets are made of take their numbers from there
 * ({@link FleetPreset}), so that no number stands in two places; the table names them and adds the others.
 */
public final class Gazetteer {
    /** What people call makers, slips of the pen among it. */
    private static final Map<String, List<String>> OTHER_MAKERS = Map.ofEntries(
            Map.entry("Volkswagen", List.of("vw", "volkswagon", "volkwagen", "v . w .", "vdub", "大众")),
            Map.entry("Chevrolet", List.of("chevy", "chev", "chevvy", "chevrolette", "雪佛兰")),
            Map.entry("Mercedes", List.of("merc", "mercedes - benz", "benz", "mercedez", "mb", "奔驰")),
            Map.entry("Tesla", List.of("特斯拉", "tessla", "telsa")),
            Map.entry("Huawei", List.of("华为", "hauwei", "huwei")),
            Map.entry("BYD", List.of("比亚迪")),
            Map.entry("Xpeng", List.of("小鹏", "x peng")),
            Map.entry("Nio", List.of("蔚来")),
            Map.entry("Hyundai", List.of("hundai", "hyndai", "huyndai", "现代")),
            Map.entry("Nissan", List.of("日产", "nisan")),
            Map.entry("Mitsubishi", List.of("mitsu", "mitsibushi")),
            Map.entry("BMW", List.of("宝马", "beemer", "bimmer")),
            Map.entry("Volvo", List.of("沃尔沃")),
            Map.entry("Cadillac", List.of("caddy", "caddilac")),
            Map.entry("LG", List.of("lg chem", "lg energy solution", "lg es", "lges", "lgchem")),
            Map.entry("FranklinWH", List.of("franklin", "franklin wh", "franklins")),
            Map.entry("Sungrow", List.of("sun grow", "阳光电源")),
            Map.entry("GoodWe", List.of("good we", "固德威")),
            Map.entry("Enphase", List.of("en phase", "emphase", "endphase")),
            Map.entry("sonnen", List.of("sonnenbatterie", "sonen")));
    /** How the ranges of one model are called. */
    private static final Map<String, List<String>> RANGES = Map.of(
            "long range", List.of("lr", "longrange", "gran autonomia", "grande autonomie", "maximale reichweite", "grosse reichweite",
                    "de rango largo", "autonomia larga", "长续航", "长续航版"),
            "standard range", List.of("sr", "std range", "std . range", "standard pack", "standard battery", "rango estandar",
                    "de rango estandar", "autonomia estandar", "autonomie standard", "autonomia standard", "standardreichweite",
                    "标准续航", "标准续航版"),
            "extended range", List.of("er", "ext range", "ext . range", "extended pack", "extended battery", "xr", "rango extendido",
                    "de rango extendido", "autonomia extendida", "autonomie etendue", "erweiterte reichweite"));

    private static final int COLUMNS = 10;
    /** A model year behind a name. */
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final int LEAST_LETTERS = 5;
    /** Words of names that are common words too; a slip there is not corrected to a product's. */
    private static final Set<String> COMMON = Set.of(
            "ampere", "autonomia", "autonomie", "avenger", "bateria", "classic", "clipper", "connected", "creek", "cross",
            "design", "dritte", "dritten", "ecosystem", "electrico", "electrified", "ensemble", "escape", "evolve", "extreme",
            "funky", "generacion", "grande", "gravity", "highland", "indoor", "large", "light", "lithium", "longrange",
            "luxury", "maximale", "mobile", "modules", "mount", "number", "plugin", "propulsion", "reichweite", "segunda",
            "select", "series", "small", "stack", "stacked", "tercera", "third", "tourer", "turbo", "universal", "venture",
            "version", "villa", "vision", "actual", "amber", "autumn", "award", "batteries", "battery", "beam", "blink",
            "boost", "briggs", "canadian", "cells", "charge", "class", "clean", "connector", "cooper", "drive", "electric",
            "electrique", "elite", "engage", "energy", "flex", "flower", "forester", "generation", "haven", "hybrid",
            "infinity", "juice", "limited", "lunar", "maker", "master", "meter", "moon", "motor", "ocean", "original", "panda",
            "plane", "planet", "plaid", "point", "power", "prime", "range", "reserve", "rolls", "sealed", "second", "seven",
            "shine", "smart", "solar", "sound", "spark", "spring", "stackd", "standard", "storage", "stratton", "system",
            "three", "tower", "traveller", "triple", "universe", "units", "walls", "watch", "wheel", "white", "whole", "alpha",
            "module", "zero", "andersen", "leafs", "accumulator", "pylon", "first", "ampera", "combo", "eaton", "expert",
            "expansion", "grand", "junior", "rover", "sedan", "think", "panel", "custom", "cherokee", "compass", "horne",
            "santa", "frontera", "touring", "explorer", "transit", "element", "yeti", "station", "weather", "wheelbase",
            "witty", "zweite", "zweiten", "speicher", "charger", "torus", "ultras", "hyper");
    /** Before an alias that names the product and leaves open which battery it came with. */
    private static final char UNDECIDED = '?';
    /** Before an alias that is a name only where it is written with capitals: "5P" is one, "5p" may be five pence. */
    private static final char CAPITALS = '^';
    /**
     * Before an alias that is the name of a car with an engine too: it counts in a sentence about charging that does not speak of
     * fuel, and leaves open the battery.
     */
    private static final char CUED = '~';
    private static final String MARKS = "" + UNDECIDED + CAPITALS + CUED;
    private static final Pattern CHARGING = Pattern.compile("ev|evs|kwh|electric|elektro.*|electri[cq].*|elettric.*|charg(?:e|es|ed|er|ing)"
            + "|chg|plug(?:s|ged|in)?|percent|soc|v2[hgl]|bidirectional|wallbox|laden|ladt|lade|geladen|carga|cargar|recharge|charge|%");
    private static final Pattern FUEL = Pattern.compile("gas|gasoline|petrol|diesel|gasolina|essence|benzin.*|tank|engine|no|not|none|neither"
            + "|just|only|kein.*|sin|sans|senza|never|without");

    /** Stands behind the constants that it is made with. */
    private static final Gazetteer STANDARD = new Gazetteer();

    private final PhraseTable<Product> names = new PhraseTable<>();
    private final PhraseTable<Product> capitals = new PhraseTable<>();
    private final PhraseTable<Product> cued = new PhraseTable<>();
    private final Map<String, Product> byName = new HashMap<>();
    private final Set<String> words = new HashSet<>();

    private Gazetteer() {
        FleetParameters catalogue = FleetPreset.LABORATORY.parameters(1, 0);
        for (String[] row : TextResource.rows("gazetteer.tsv", COLUMNS)) {
            Product product = product(row, catalogue);
            byName.put(key(product.name()), product);
            String maker = product.name().split(" ", 2)[0];
            List<String> aliases = List.of(row[2].split("\\|", -1));
            for (String alias : aliases) {
                char mark = alias.isEmpty() ? ' ' : alias.charAt(0);
                if (mark == UNDECIDED) {
                    add(names, alias.substring(1).strip(), maker, product.undecided());
                } else if (mark == CAPITALS) {
                    capitals.add(alias.substring(1).strip(), product);
                } else if (mark == CUED) {
                    cued.add(alias.substring(1).strip(), product.undecided());
                }
            }
            names.add(product.name(), product);
            for (String alias : aliases) {
                if (alias.isEmpty() || MARKS.indexOf(alias.charAt(0)) >= 0) {
                    continue;
                }
                add(names, alias.strip(), maker, product);
                for (Token token : Tokenizer.tokens(alias)) {
                    if (token.isWord() && token.form().length() >= LEAST_LETTERS && !COMMON.contains(token.form())) {
                        words.add(token.form());
                    }
                }
            }
        }
    }

    /** Adds a name with and without its maker, its range called in every way. */
    private void add(PhraseTable<Product> table, String alias, String maker, Product product) {
        for (String name : ranged(alias)) {
            table.add(name, product);
            byName.putIfAbsent(key(name), product);
            if (name.startsWith(SourceText.bare(maker))) {
                continue;
            }
            List<String> makers = new ArrayList<>(OTHER_MAKERS.getOrDefault(maker, List.of()));
            if (makers.stream().anyMatch(name::startsWith)) {
                continue;
            }
            makers.add(maker);
            for (String other : makers) {
                table.add(other + " " + name, product);
                byName.putIfAbsent(key(other + " " + name), product);
            }
        }
    }

    private static List<String> ranged(String alias) {
        List<String> ways = new ArrayList<>(List.of(alias));
        RANGES.forEach((range, others) -> {
            if (alias.contains(range)) {
                others.forEach(other -> ways.add(alias.replace(range, other)));
            }
        });
        return ways;
    }

    public static Gazetteer standard() {
        return STANDARD;
    }

    public List<Product> products() {
        return byName.values().stream().distinct().sorted(java.util.Comparator.comparing(Product::name)).toList();
    }

    /** The product of a name or of one of its aliases. */
    public Optional<Product> named(String name) {
        Product exact = byName.get(key(name));
        if (exact != null) {
            return Optional.of(exact);
        }
        List<Token> tokens = Tokenizer.tokens(name);
        if (tokens.size() > 2 && tokens.getLast().is("kwh")) {
            // "Born 58 kWh" is the Born 58; a size that no product bears leaves the product
            Product sized = byName.get(key(name.substring(0, tokens.getLast().from())));
            return sized != null ? Optional.of(sized) : named(name.substring(0, tokens.get(tokens.size() - 2).from()));
        }
        PhraseTable.Found<Product> start = tokens.isEmpty() ? null : at(tokens, 0);
        if (start == null) {
            return Optional.empty();
        }
        // "Dual Motor" and "AWD" behind a name do not make another product; a number may
        boolean trim = tokens.size() - start.length() <= 3
                && tokens.subList(start.length(), tokens.size()).stream()
                        .allMatch(token -> token.isWord() || YEAR.matcher(token.raw()).matches());
        return trim ? Optional.of(start.meaning()) : Optional.empty();
    }

    /** The member of a family, such as all Huawei LUNA2000, that has a capacity; the family itself where none has. */
    Product refined(Product family, double kwh) {
        return products().stream()
                .filter(product -> product.kind() == family.kind() && product.name().startsWith(family.name()))
                // "LUNA2000 with 10 kWh" is a LUNA2000-10; a number of modules is not said by the size
                .filter(product -> product.name().substring(family.name().length()).matches("\\W*(?:Premium |HV[MS] |BAT |Giv-Bat )*(?:[\\d.]+|M\\d|5P|\\d+H(?: Prime)?)"))
                .filter(product -> product.capacityKwh() != null && Math.abs(product.capacityKwh() - kwh) <= 0.02 * kwh)
                .findFirst()
                .orElse(family);
    }

    /** The longest name that starts at a token. */
    PhraseTable.@Nullable Found<Product> at(List<Token> tokens, int at) {
        List<PhraseTable.Found<Product>> found = names.at(tokens, at);
        if (found.isEmpty()) {
            return marked(tokens, at);
        }
        PhraseTable.Found<Product> longest = found.getFirst();
        int last = at + longest.length() - 1;
        // "Leaf 40 kWh" is a Leaf and a size; the number is no part of the name
        boolean size = longest.length() > 1 && tokens.get(last).isNumber() && !Set.of(Kind.CHARGER, Kind.MODULE).contains(longest.meaning().kind())
                && (Set.of("E", "ED").contains(unit(tokens, last + 1))
                        || (longest.meaning().kind() == Kind.CAR && unit(tokens, last + 1).startsWith("P")));
        if (size) {
            List<PhraseTable.Found<Product>> bare = names.at(tokens.subList(0, last), at);
            return bare.isEmpty() ? longest : bare.getFirst();
        }
        return longest;
    }

    /** A name that counts only where it is written with capitals, or in a sentence about charging. */
    private PhraseTable.@Nullable Found<Product> marked(List<Token> tokens, int at) {
        for (PhraseTable.Found<Product> found : capitals.at(tokens, at)) {
            boolean written = tokens.subList(at, at + found.length()).stream()
                    .allMatch(token -> !token.isWord() || Character.isUpperCase(token.raw().charAt(0)));
            if (written) {
                return found;
            }
        }
        List<PhraseTable.Found<Product>> found = cued.at(tokens, at);
        boolean charging = !found.isEmpty() && tokens.stream().anyMatch(token -> CHARGING.matcher(token.form()).matches())
                && tokens.stream().noneMatch(token -> FUEL.matcher(token.form()).matches());
        return charging ? found.getFirst() : null;
    }

    private static String unit(List<Token> tokens, int at) {
        Units.Found unit = Units.at(tokens, at);
        return unit == null ? "" : unit.tag();
    }

    /** Another version of a product, such as the long range one of a car; {@code null} where there is none. */
    @Nullable Product version(Product product, String version) {
        Product other = byName.get(key(product.name() + " " + version));
        boolean another = other != null && other.kind() == product.kind()
                && (!other.name().equals(product.name()) || (product.capacityKwh() == null && other.capacityKwh() != null));
        return another ? other : null;
    }

    /** Long words of names, for which a slip of the pen is forgiven. */
    Set<String> words() {
        return words;
    }

    private static String key(String name) {
        List<String> forms = new ArrayList<>();
        for (Token token : Tokenizer.tokens(name)) {
            if (!token.is("-") && !token.is(".")) {
                forms.add(token.form());
            }
        }
        return String.join(" ", forms);
    }

    private static Product product(String[] row, FleetParameters catalogue) {
        Kind kind = Kind.valueOf(row[0]);
        Double capacity = number(row[3]);
        Double power = number(row[4]);
        Double consumption = number(row[5]);
        String preset = row[6];
        if (!preset.isEmpty() && kind == Kind.BATTERY) {
            BatteryProduct unit = catalogue.batteries().products().stream()
                    .filter(product -> product.name().equals(preset))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("gazetteer.tsv: unknown battery " + preset));
            int units = preset.startsWith("2 × ") ? 2 : 1;
            capacity = unit.capacityKwh() / units;
            power = unit.powerKw() / units;
        } else if (!preset.isEmpty()) {
            CarModel car = catalogue.cars().models().stream()
                    .filter(model -> model.name().equals(preset))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("gazetteer.tsv: unknown car " + preset));
            capacity = car.capacityKwh();
            consumption = car.kwhPer100Miles();
        }
        return new Product(
                kind, row[1], capacity, power, consumption, row[7], row[8], Double.parseDouble(row[9]));
    }

    private static @Nullable Double number(String cell) {
        return cell.isEmpty() ? null : Double.valueOf(cell);
    }
}
