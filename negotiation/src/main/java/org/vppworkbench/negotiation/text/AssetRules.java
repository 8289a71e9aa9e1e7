package org.vppworkbench.negotiation.text;

import java.util.List;
import org.vppworkbench.negotiation.text.Product.Kind;

/** Which devices there are and which there are not. */
final class AssetRules implements RuleBook {
    private static final String DETERMINER =
            "(?:'a|an|any|the|our|own|home|house|have|has|had|having|own|owns|got|get|with|yet|single|real|kind|of|type|electric|rooftop|there|is|are"
                    + "|been|at|all|tenemos|tengo|hay|un|una|ningun|ninguna|haben|habe|hab|gibt|es|einen|eine|ein|auch|noch|d|l|de|la|el|le|ai|avons|sort|hybrid|plug-in|actual|onsite|on|site|roof|domestic|home|small|stationary"
                    + "|ainda|temos|tenho|nem|uma|um|non|abbiamo|ho|una|we|i|domestica|allow|it|want|yet|hebben|heb|geen|driveway|garage|residential|wall|fancy|possess|ve'|@HOUSE|@BACKUP|@NOW|@SELF|@NEG)";
    private static final String ASSET = "(?:@BAT|@PV|@PANEL|@CAR|@ELECTRIC)";
    private static final String ACTION =
            "(?!@SELL|@EXPORT|@IMPORT|@TOUCH|@CHARGES|@CHARGED|@FULL|@KEEP|=PCT|=E|=P|=T|'below|under|from|between|during|after|before|charger'|@LEAVES|@BACKUP|@CYCLE|@SURPLUS)";
    private static final String NONE = "@NEG" + DETERMINER + "{0,5}" + ASSET + ACTION;
    private static final String OR = "(?:'or|nor|ni|oder|noch|ou|nem|o|né|of|,|and|y|und|et|e|/'){1,2}" + DETERMINER + "{0,3}" + ASSET
            + "(?=(?:'[.,/)]|or|nor|ni|oder|noch|ou|and|y|und|et|e|nem|either|in|at|so|yet|here|on|para'|@NOW|@HOUSE|$))";

    @Override
    public void read(Sentence s, List<Sentence> before, Claims out) {
        products(s, out);
        none(s, out);
        NoneRules.read(s, before, out);
        gone(s, out);
        petrol(s, out);
    }

    private static void products(Sentence s, Claims out) {
        for (int i = 0; i < s.items().size(); i++) {
            Product product = s.item(i).product();
            if (product == null || !s.scope().ours(i) || negated(s, i)) {
                continue;
            }
            if (product.kind() == Kind.BATTERY) {
                battery(s, i, product, out);
            } else if (product.kind() == Kind.CAR) {
                car(s, i, product, out);
            } else if (product.kind() == Kind.CHARGER && product.powerKw() != null) {
                out.product(HomeField.EV_CHARGE, product.powerKw(), s, i, product);
            }
        }
    }

    private static boolean negated(Sentence s, int i) {
        return s.all("@NEG" + DETERMINER + "{0,4}=(PB|PC|PG)").stream()
                .anyMatch(found -> found.any() == i) && !s.has("'only'");
    }

    private static void battery(Sentence s, int i, Product product, Claims out) {
        Double capacity = product.capacityKwh();
        Double power = product.powerKw();
        Product version = generation(s, i, product);
        if (!version.equals(product)) {
            battery(s, i, version, out);
            return;
        }
        if (!product.name().contains(" ") && capacity == null && !product.name().startsWith("sonnen")) {
            return;
        }
        int from = i;
        int count = 1;
        int counted = count(s, i);
        if (counted >= 0) {
            count = (int) s.item(counted).value();
            from = Math.min(i, counted);
            s.use(counted);
            out.number(HomeField.BESS_COUNT, count, s, from, Math.max(i, counted) + 1, 0.95);
        }
        out.add(HomeField.BESS_PRODUCT, product.name(), s, i, i + 1, product.confidence(), product.source(), false);
        if (capacity != null) {
            out.product(HomeField.BESS_CAPACITY, count * capacity, s, i, product);
        }
        if (power != null) {
            out.product(HomeField.BESS_POWER, count * power, s, i, product);
        }
    }

    /** "Powerwall (gen 2)", "a Powerwall, the second generation": the version stands beside the name. */
    private static Product generation(Sentence s, int i, Product product) {
        if (!product.name().equals("Tesla Powerwall")) {
            return product;
        }
        List<Line.Found> found = s.line().all("=PB#4(?:'gen|generation|version|mark'=N|'1st|first|second|2nd|3rd|third'(?:'gen|generation|kind|version|sort|one|-|edition'|(?='[.,)]'|$))|'v'=N|'(1st|2nd|3rd)'|'[(]'=N'(?:nd|st|rd)')"
                + "|'1st|first|second|2nd|3rd|third'(?:'gen|generation|-'){1,2}=PB", Math.max(0, i - 3), s.items().size());
        for (Line.Found f : found) {
            if (!f.groups().contains(i)) {
                continue;
            }
            int number = f.groups().stream().filter(g -> s.item(g).tag().equals("N")).findFirst().orElse(-1);
            String words = s.items().subList(f.from(), f.to()).stream().map(Item::form).collect(java.util.stream.Collectors.joining(" "));
            int version = number >= 0 ? (int) s.item(number).value()
                    : words.matches(".*(?:1st|first).*") ? 1 : words.matches(".*(?:2nd|second).*") ? 2 : words.matches(".*(?:3rd|third).*") ? 3 : 0;
            if (version >= 1 && version <= 3) {
                return Gazetteer.standard().named("Tesla Powerwall " + version).orElse(product);
            }
        }
        return product;
    }

    /** Item of the number of units, or -1. */
    private static int count(Sentence s, int product) {
        for (Line.Found found : s.all("=N(?:'x|times|of|the|those|tesla|enphase|lg|new|stacked|of_those|unidades|units|pcs|stück|stuck|brand'){0,3}=PB")) {
            if (found.groups().getLast() == product && whole(s, found.group(0))) {
                return found.group(0);
            }
        }
        for (Line.Found found : s.all("=PB(?:'x|\\*|,|\\(|qty|:|units'){0,2}'x|qty|times'=N|=PB'x'=N|=PB'\\('?=N'units|of|x|pcs|stuck'|=PB'\\('?'x'?=N")) {
            int number = found.groups().stream().filter(g -> s.item(g).tag().equals("N")).findFirst().orElse(-1);
            if (found.groups().contains(product) && number >= 0 && whole(s, number)) {
                return number;
            }
        }
        for (Line.Found found : s.all("=N~4=PB|'x'=N%1=PB|=PB'[,(:]'=N(?:'of'|(?='[).]'|$))")) {
            int number = found.groups().stream().filter(g -> s.item(g).tag().equals("N")).findFirst().orElse(-1);
            boolean other = s.items().subList(found.from(), found.to()).stream()
                    .anyMatch(item -> item.form().matches("a|an|one|the|and|with|plus|y|und|et|years?|kids?|people|beds?|baths?|cats?|dogs?|cars?|evs?|month|months"));
            if (found.groups().contains(product) && number >= 0 && whole(s, number) && !other) {
                return number;
            }
        }
        for (Line.Found found : s.all("=PB%2(?:@BAT)?%1=N'units|unidades|of_them|stuck'|=N%2'units|unidades'|=PB#6=N'of'(?:'them|those|these')")) {
            int number = found.groups().stream().filter(g -> s.item(g).tag().equals("N")).findFirst().orElse(-1);
            if (number >= 0 && whole(s, number)) {
                return number;
            }
        }
        return -1;
    }

    private static boolean whole(Sentence s, int item) {
        double value = s.item(item).value();
        return s.free(item) && value >= 2 && value <= 50 && value == Math.rint(value);
    }

    private static void car(Sentence s, int i, Product product, Claims out) {
        if (product.name().equals("Tesla")) {
            return;
        }
        out.add(HomeField.EV_MODEL, product.name(), s, i, i + 1, product.confidence(), product.source(), false);
        Double capacity = product.capacityKwh();
        if (capacity != null) {
            out.product(HomeField.EV_CAPACITY, capacity, s, i, product);
        }
    }

    private static void none(Sentence s, Claims out) {
        for (Line.Found found : s.all(NONE)) {
            if (s.scope().others(found.from())) {
                continue;
            }
            none(s, found.to() - 1, found.from(), out);
            int end = found.to();
            for (Line.Found more : chain(s, end)) {
                none(s, more.to() - 1, found.from(), out);
            }
        }
        for (Line.Found found : s.all("(?:@BAT|@PV|@PANEL|@CAR)(?:'[:=|]|is|are|-|\\(s\\)|\\?'){0,2}(?:'none|nothing|n|zilch|nope|nada|zero|keine|keins|aucune?|ninguna|ninguno|nein|nil|0|nichts|no|absent|nought|n_/_a|nah|not_any'|@NOTHING|@NEG)(?=(?:'[.,;/()]|yet|-|plans|at|so|for|though|y|and|but|here|that|to|quote'|@SELF|@NOW|$))")) {
            if (s.scope().ours(found.from())) {
                none(s, found.from(), found.from(), out);
            }
        }
        for (Line.Found found : s.all("(?:@BAT|@PV|@PANEL|@CAR)(?:'[:=]|is|-'){0,2}=(N|E|P)(?=(?:'[.,;/)]'|$))")) {
            if (s.item(found.any()).value() == 0 && s.item(found.any()).sure()) {
                s.use(found.any());
                none(s, found.from(), found.from(), out);
            }
        }
        
        for (Line.Found found : s.all("@SELF?'dont|doesnt|never'(?:'drive|own|have'|@DRIVE)(?:'an|any'){0,1}'electric'")) {
            out.text(HomeField.EV_NONE, "true", s, found.from(), found.to(), 0.9);
        }
    }

    private static List<Line.Found> chain(Sentence s, int from) {
        List<Line.Found> all = new java.util.ArrayList<>();
        int at = from;
        boolean more = true;
        while (more && at < s.items().size()) {
            int here = at;
            List<Line.Found> next = s.line().all(OR, here, s.items().size()).stream().filter(f -> f.from() == here).toList();
            more = !next.isEmpty();
            if (more) {
                all.add(next.getFirst());
                at = next.getFirst().to();
            }
        }
        return all;
    }

    static void none(Sentence s, int asset, int from, Claims out) {
        Item item = s.item(asset);
        HomeField field;
        if (item.is("BAT")) {
            field = HomeField.BESS_NONE;
        } else if (item.is("PV") || item.is("PANEL")) {
            field = HomeField.PV_NONE;
        } else {
            field = HomeField.EV_NONE;
        }
        if (item.is("CAR") && s.all("@NEG%2'second|other|another|extra|more'").stream().anyMatch(f -> f.from() <= asset)) {
            return;
        }
        s.use(asset);
        out.text(field, "true", s, Math.min(from, asset), Math.max(from, asset) + 1, 0.9);
    }

    /** What was sold is not there today, unless something else of the kind is. */
    private static void gone(Sentence s, Claims out) {
        for (int i = 0; i < s.items().size(); i++) {
            Devices.Device device = Devices.of(s.item(i));
            // a wish says nothing of today; what is ordered is not there
            boolean ordered = s.scope().future(i) && s.has("'on_order|ordered|on_the_waitlist|not_yet_installed|not_installed_yet|quote_pending|pending'");
            boolean away = (s.scope().past(i) || ordered) && !s.scope().others(i);
            if (!away || device == null) {
                continue;
            }
            boolean clear = s.has("@PAST%4" + ASSET) || s.has("@PAST%4=(PB|PC)") || s.has("(?:@BAT|=PB|@CAR|=PC|@PV)%3(?:@PAST|'sold')") || ordered;
            if (!clear) {
                continue;
            }
            HomeField field = switch (device) {
                case BATTERY -> HomeField.BESS_NONE;
                case CAR -> HomeField.EV_NONE;
                case ROOF -> HomeField.PV_NONE;
                default -> null;
            };
            if (field != null) {
                out.add(field, "true", s, i, i + 1, 0.5, s.scope().past(i) ? "no longer there" : "not there yet", true);
            }
        }
    }

    private static void petrol(Sentence s, Claims out) {
        String fuel = "'gas|petrol|diesel|gasoline|gas-powered|gas_powered|benziner|essence|gasolina|verbrenner|dino_juice|unleaded|thermique|combustion|gasser|v_8|straight_six'";
        for (Line.Found found : s.all(fuel + "(?!'&|and|stove|heat|heating|furnace|generator|bill|boiler|grill|station|water|range|company|utility|fireplace|pump')%1(?:@CAR|'engine|cars|only|guzzler|vehicles|prius|tacoma|corolla|civic|camry|subaru|minivan|truck|suv|van|honda|toyota|ford'|@ENDS|(?='[.,)]'|$))"
                + "|(?:@CAR|@DRIVE)%4" + fuel + "(?!'&|generator|bill|stove')|'runs|run'%1'on'%1(?:" + fuel + "|'regular')")) {
            if (!s.scope().others(found.from())) {
                out.add(HomeField.EV_NONE, "true", s, found.from(), found.to(), 0.6, "a car that burns fuel", true);
            }
        }
    }
}
