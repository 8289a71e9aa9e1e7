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
    /** What people call makers. */
    private static final Map<String, String> SHORT_MAKERS = Map.of("Volkswagen", "vw", "Chevrolet", "chevy", "Mercedes", "merc",
            "Tesla", "特斯拉", "Huawei", "华为", "BYD", "比亚迪", "Xpeng", "小鹏", "Nio", "蔚来");

    private static final int COLUMNS = 10;
    /** A model year behind a name. */
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final int LEAST_LETTERS = 5;
    /** Words of names that are common words too; a slip there is not corrected to a product's. */
    private static final Set<String> COMMON = Set.of("ampere", "autonomia", "autonomie", "avenger", "bateria", "classic", "clipper",
            "connected", "creek", "cross", "design", "dritte", "dritten", "ecosystem", "electrico", "electrified", "ensemble", "escape",
            "evolve", "extreme", "funky", "generacion", "grande", "gravity", "highland", "indoor", "large", "light", "lithium",
            "longrange", "luxury", "maximale", "mobile", "modules", "mount", "number", "plugin", "propulsion", "reichweite", "segunda",
            "select", "series", "small", "stack", "stacked", "tercera", "third", "tourer", "turbo", "universal", "venture", "version",
            "villa", "vision", "weather", "wheelbase", "witty", "zweite", "zweiten", "speicher", "charger", "torus", "ultras", "hyper");
    /** Before an alias that names the product and leaves open which battery it came with. */
    private static final String UNDECIDED = "?";

    /** Stands behind the constants that it is made with. */
    private static final Gazetteer STANDARD = new Gazetteer();

    private final PhraseTable<Product> names = new PhraseTable<>();
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
                if (alias.startsWith(UNDECIDED)) {
                    String bare = alias.substring(1).strip();
                    names.add(bare, product.undecided());
                    names.add(maker + " " + bare, product.undecided());
                    byName.putIfAbsent(key(bare), product.undecided());
                    byName.putIfAbsent(key(maker + " " + bare), product.undecided());
                    String shortMaker = SHORT_MAKERS.get(maker);
                    if (shortMaker != null && !bare.startsWith(shortMaker)) {
                        names.add(shortMaker + " " + bare, product.undecided());
                        byName.putIfAbsent(key(shortMaker + " " + bare), product.undecided());
                    }
                }
            }
            names.add(product.name(), product);
            for (String alias : aliases) {
                if (alias.startsWith(UNDECIDED)) {
                    continue;
                }
                names.add(alias.strip(), product);
                byName.putIfAbsent(key(alias), product);
                if (!alias.strip().startsWith(SourceText.bare(maker))) {
                    String shortMaker = SHORT_MAKERS.get(maker);
                    if (shortMaker != null && !alias.strip().startsWith(shortMaker)) {
                        names.add(shortMaker + " " + alias.strip(), product);
                        byName.putIfAbsent(key(shortMaker + " " + alias), product);
                    }
                    names.add(maker + " " + alias.strip(), product);
                    byName.putIfAbsent(key(maker + " " + alias), product);
                }
                for (Token token : Tokenizer.tokens(alias)) {
                    if (token.isWord() && token.form().length() >= LEAST_LETTERS && !COMMON.contains(token.form())) {
                        words.add(token.form());
                    }
                }
            }
        }
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
                .filter(product -> product.name().substring(family.name().length()).matches("\\W*(?:Premium |HV[MS] |BAT |Giv-Bat )*[\\d.]+"))
                .filter(product -> product.capacityKwh() != null && Math.abs(product.capacityKwh() - kwh) <= 0.02 * kwh)
                .findFirst()
                .orElse(family);
    }

    /** The longest name that starts at a token. */
    PhraseTable.@Nullable Found<Product> at(List<Token> tokens, int at) {
        List<PhraseTable.Found<Product>> found = names.at(tokens, at);
        if (found.isEmpty()) {
            return null;
        }
        PhraseTable.Found<Product> longest = found.getFirst();
        int last = at + longest.length() - 1;
        // "Leaf 40 kWh" is a Leaf and a size; the number is no part of the name
        boolean size = longest.length() > 1 && tokens.get(last).isNumber() && longest.meaning().kind() != Product.Kind.CHARGER
                && Set.of("E", "ED").contains(unit(tokens, last + 1));
        if (size) {
            List<PhraseTable.Found<Product>> bare = names.at(tokens.subList(0, last), at);
            return bare.isEmpty() ? longest : bare.getFirst();
        }
        return longest;
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
