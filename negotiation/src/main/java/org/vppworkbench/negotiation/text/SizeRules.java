package org.vppworkbench.negotiation.text;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.text.Devices.Device;

/** Sizes: energies and powers that no wish has used, given to the device they stand nearest to. */
final class SizeRules implements RuleBook {
    private static final double US_VOLTS = 240;
    /** What holds no energy. */
    private static final Set<Device> STORELESS = EnumSet.of(Device.ROOF, Device.CHARGER, Device.IMPORT, Device.EXPORT);

    @Override
    public void read(Sentence s, List<Sentence> before, Claims out) {
        PanelRules.read(s, before, out);
        volts(s, before, out);
        feedBack(s, before, out);
        limits(s, out);
        ChargeStates.read(s, before, out);
        directions(s, before, out);
        for (int i = 0; i < s.items().size(); i++) {
            if (s.free(i) && s.scope().ours(i)) {
                size(s, i, before, out);
            }
        }
        unnamed(s, out);
        PanelRules.bare(s, out);
        BareSizes.read(s, before, out);
    }

    /** Amps and volts: chargers and connections in kW, batteries in kWh. */
    private static void volts(Sentence s, List<Sentence> before, Claims out) {
        for (Line.Found found : s.all("=AH%3=V|=V%4=AH|=V'nominal'?'[,]'?=AH")) {
            int a = found.groups().getFirst();
            int b = found.groups().getLast();
            double kwh = s.item(a).value() * s.item(b).value() / 1000;
            int units = 1;
            int from = a;
            for (Line.Found count : s.all("=N(?:'x|of|times'){0,1}%1=(AH|V)|=N%3@BAT(?:'[,(:]|at|of|with'){0,2}=(AH|V)(?=%1=(AH|V)'each|apiece'|%1=(AH|V)@EACH)")) {
                int n = count.group(0);
                double value = s.item(n).value();
                if ((count.group(1) == a || count.group(1) == b) && value >= 2 && value <= 50 && value == Math.rint(value) && s.free(n)) {
                    units = (int) value;
                    from = n;
                    s.use(n);
                    out.number(HomeField.BESS_COUNT, units, s, n, b + 1, 0.8);
                }
            }
            s.use(a);
            s.use(b);
            if (s.scope().ours(a)) {
                out.number(HomeField.BESS_CAPACITY, units * kwh, s, from, b + 1, 0.85, "amp-hours × volts");
            }
        }
        for (Line.Found found : s.all("=A#4=V|=V#2=A|=A")) {
            List<Integer> groups = found.groups();
            int amps = s.item(groups.getFirst()).tag().equals("A") ? groups.getFirst() : groups.getLast();
            boolean stated = groups.size() > 1;
            if (!s.free(amps) || !s.scope().ours(amps)) {
                continue;
            }
            if (s.has("@NEG%1@CHARGER") && !stated) {
                continue;
            }
            double volts = stated ? s.item(groups.getFirst() == amps ? groups.getLast() : groups.getFirst()).value() : US_VOLTS;
            double kw = s.item(amps).value() * volts / 1000;
            Device device = Devices.nearest(s, amps);
            device = device == null ? Devices.topic(before) : device;
            groups.forEach(s::use);
            int from = groups.getFirst();
            if (device == Device.IMPORT || device == Device.HOUSE) {
                out.number(HomeField.IMPORT_LIMIT, kw, s, from, found.to(), 0.6, stated ? "" : "at 240 V");
            } else if (device != Device.EXPORT && (stated || device == Device.CHARGER || device == Device.CAR)) {
                boolean named = s.items().stream().anyMatch(i -> i.product() != null && i.tag().equals("PG") && i.product().powerKw() != null);
                if (!named) {
                    out.number(HomeField.EV_CHARGE, kw, s, from, found.to(), 0.85, stated ? "amps × volts" : "at 240 V");
                }
            }
        }
    }

    private static void feedBack(Sentence s, List<Sentence> before, Claims out) {
        for (Line.Found found : s.all("@V2G%6=P|@V2G#4=P|=P%4@V2G|'feed|feeds|push|pushes|send|sends|put|puts|give|gives|pump|pumps|deliver|delivers|return|returns|run|provide|supply|back'%3=P%2'back|into_the_house|house|in'|=P%2'back'%3@HOUSE|'run|runs|power|powers|powering'%1@HOUSE#2=P")) {
            int power = found.any();
            boolean car = s.has(CAR + "|@CHARGER|=PG|@V2G") || (!s.has(BATTERY) && Devices.topic(before) == Device.CAR);
            if (s.free(power) && s.scope().ours(power) && car) {
                s.use(power);
                if (s.has("=P%1(?:'both_ways|in_and_out|in_/_out|either_way|each_way|both'|@ONEWAY|'in'%1'out')")) {
                    out.number(HomeField.EV_CHARGE, s.item(power).value(), s, found.from(), found.to(), 0.8);
                }
                out.number(HomeField.EV_V2G, s.item(power).value(), s, found.from(), found.to(), 0.9);
            }
        }
        for (Line.Found found : s.all("(?:'cant|cannot|doesnt|can_t|unable|wont|isnt'|@NEG)%1'feed|push|send|give|discharge|backfeed'%2'back|@HOUSE|anything_back'|@NEG%3@V2G|@V2G(?:'[:=]|is'){0,1}(?:@NEG|@NOTHING|'none|no')")) {
            boolean car = s.has(CAR + "|@CHARGER|=PG|@V2G") || Devices.topic(before) == Device.CAR;
            if (car && !s.scope().others(found.from()) && !out.has(HomeField.EV_V2G)) {
                out.number(HomeField.EV_V2G, 0, s, found.from(), found.to(), 0.9);
            }
        }
    }

    private static void limits(Sentence s, Claims out) {
        for (Line.Found both : s.all("=P@IMPORT%2=P@EXPORT|=P@EXPORT%2=P@IMPORT")) {
            boolean importFirst = s.item(both.group(0) + 1).is("IMPORT");
            both.groups().forEach(s::use);
            out.number(importFirst ? HomeField.IMPORT_LIMIT : HomeField.EXPORT_LIMIT, s.item(both.group(0)).value(), s, both.from(), both.to(), 0.85);
            out.number(importFirst ? HomeField.EXPORT_LIMIT : HomeField.IMPORT_LIMIT, s.item(both.group(1)).value(), s, both.from(), both.to(), 0.85);
        }
        limit(s, out, HomeField.EXPORT_LIMIT, "@EXPORT", "@IMPORT");
        limit(s, out, HomeField.IMPORT_LIMIT, "@IMPORT", "@EXPORT");
    }

    private static void limit(Sentence s, Claims out, HomeField field, String word, String other) {
        for (Line.Found found : s.all("=P(?:'of|max|grid|to|the'){0,1}" + word + "(?!'limit|limited|capped|[:=]|is|at|max'|@ATMOST)|" + word + "%5=P|=P%3" + word)) {
            int power = found.any();
            boolean crossed = !s.item(found.from()).tag().equals("P") && !s.line().all(other, found.from(), found.to()).isEmpty() && s.has(word + "%5=P") && s.item(found.from()).is("EXPORT") != word.equals("@EXPORT");
            if (!s.free(power) || !s.scope().ours(power) || crossed || s.has("@BAT%2=P") || !s.item(power).sure()) {
                continue;
            }
            s.use(power);
            out.number(field, s.item(power).value(), s, found.from(), found.to(), 0.85);
        }
    }

    /** "discharges at 5 kW, charges at 3.3 kW": what a battery gives and what it takes. */
    private static void directions(Sentence s, List<Sentence> before, Claims out) {
        boolean car = s.has(CAR) || (!s.has(BATTERY) && Devices.topic(before) != Device.BATTERY && Devices.topic(before) != null);
        String gives = "(?:@SELL|@GIVES|'discharges|discharge|discharging|can_discharge')";
        int given = pick(s, gives + "(?:'limit|on|our|unit|the|is|rate|power|at|with|of|up|to|about|max|maximum|limited|[:=]'|@ATMOST|@UNTIL){0,6}=P", "=P%1(?:'out'|" + gives + ")");
        int taken = pick(s, "(?:@CHARGES|@TAKES)(?:'limit|on|our|unit|the|is|rate|power|at|with|of|up|to|about|only|max|maximum|limited|[:=]'|@ATMOST|@UNTIL){0,6}=(P|N)", "=(P|N)%1(?:'in|charge|charging'|@CHARGES|@TAKES)");
        if (car || given < 0 || taken < 0 || given == taken || !s.free(given) || !s.free(taken) || !s.scope().ours(given)) {
            return;
        }
        s.use(given);
        s.use(taken);
        out.number(HomeField.BESS_POWER, s.item(given).value(), s, given, given + 1, 0.9);
        if (s.item(given).value() != s.item(taken).value()) {
            out.number(HomeField.BESS_CHARGE, s.item(taken).value(), s, taken, taken + 1, 0.9);
        }
    }

    /** The word before binds closer than the word behind. */
    private static int pick(Sentence s, String before, String behind) {
        List<Line.Found> found = s.all(before);
        found = found.isEmpty() ? s.all(behind) : found;
        return found.isEmpty() ? -1 : found.getFirst().any();
    }

    private static void size(Sentence s, int i, List<Sentence> before, Claims out) {
        Item item = s.item(i);
        boolean ofBattery = i + 1 < s.items().size() && s.item(i + 1).is("BAT");
        boolean signed = i > 0 && s.item(i - 1).form().matches("minus|negative");
        boolean gross = item.tag().equals("E") && i + 1 < s.items().size() && s.item(i + 1).form().equals("gross");
        if (signed || gross) {
            return;
        }
        boolean period = !ofBattery && s.all("=E%1(?:@PERDAY|@PERMONTH|@PERYEAR|@PERWEEK)").stream().anyMatch(found -> found.any() == i);
        if (period) {
            return;
        }
        Device device = Devices.nearest(s, i, item.tag().equals("E") ? STORELESS : EnumSet.noneOf(Device.class));
        switch (item.tag()) {
            case "PDC" -> number(HomeField.PV_SIZE, s, i, out);
            case "E" -> energy(s, i, device, before, out);
            case "P" -> power(s, i, device, before, out);
            default -> {
                // not a size
            }
        }
    }

    private static void energy(Sentence s, int i, @Nullable Device device, List<Sentence> before, Claims out) {
        if (s.has("@USE%3=E|@PERDAY|@PERMONTH|@PERYEAR") && device != Device.BATTERY && device != Device.CAR) {
            return;
        }
        Device owner = device == null || device == Device.HOUSE || device == Device.CHARGER ? Devices.topic(before) : device;
        owner = device == Device.CHARGER && owner == Device.BATTERY ? Device.CAR : owner;
        if (s.has("'pack'%2=E|=E%2'pack'") && (owner == null || out.has(HomeField.EV_CHARGE) || out.has(HomeField.EV_MODEL)) && !s.has("@BAT")) {
            owner = Device.CAR;
        }
        boolean carBattery = s.has("(?:=PC|@CAR)#6=E%2(?:@BAT|'pack')") || before.stream().skip(Math.max(0, before.size() - 1))
                .anyMatch(earlier -> earlier.has("=PC|@CAR") && s.has("^(?:'it|its'|'it'@CHARGES)#4=E"));
        if (carBattery) {
            owner = Device.CAR;
        }
        boolean alone = owner == null && (s.has("@HOLDS|=P|'unit|units|unit_s|box|system'"))
                && !s.has("@USE|@KEEP|@SELL|@DRIVE|@ATLEAST|@ATMOST|@BACKUP|=D|@PERDAY") && !out.has(HomeField.EV_MODEL);
        if (owner == Device.CAR) {
            number(HomeField.EV_CAPACITY, s, i, out);
        } else if (owner == Device.BATTERY || alone) {
            counted(s, i, out);
        }
    }

    /** "two batteries, 10 kWh in total": a number of batteries whose product has no name. */
    private static void unnamed(Sentence s, Claims out) {
        for (Line.Found found : s.all("=N~2@BAT")) {
            int n = found.any();
            double value = s.item(n).value();
            boolean plural = s.item(found.to() - 1).form().matches(".*(?:batteries|batts|units|baterias|batterien|akkus|speicher|batterie|accus)");
            if (plural && s.free(n) && s.scope().ours(n) && value >= 2 && value <= 20 && value == Math.rint(value)
                    && !s.has("=PB|@NEG") && !out.has(HomeField.BESS_COUNT)) {
                s.use(n);
                out.number(HomeField.BESS_COUNT, value, s, n, found.to(), 0.7);
            }
        }
    }

    /** "two 5 kWh batteries", "3 x 5 kWh". */
    private static void counted(Sentence s, int i, Claims out) {
        double factor = 1;
        for (Line.Found found : s.all("=N'x'?=E%2@BAT|=N=E(?:'modules|packs|units|blocks|bricks'|@PANEL)|=E(?:'x|times|×|\\*'){1,2}=N|=N'x|times'=E|=N~2@BAT%3=E(?:'each|apiece'|@EACH)|=N~1@BAT(?:'of|at|with|zu|je|de|a|van|da|mit|[(,]'|@EACH){1,2}=E(?:'each|apiece'|@EACH)|=N~1@BAT'of|at|zu|je|de'=E")) {
            int number = s.item(found.group(0)).tag().equals("N") ? found.group(0) : found.groups().getLast();
            double n = s.item(number).value();
            boolean product = s.items().stream().anyMatch(item -> item.tag().equals("PB"));
            if (found.groups().contains(i) && s.free(number) && n >= 2 && n <= 50 && n == Math.rint(n) && !product) {
                factor = n;
                s.use(number);
                out.number(HomeField.BESS_COUNT, n, s, number, number + 1, 0.85);
            }
        }
        boolean each = s.all("=E(?:'each|apiece|per_unit|a_piece|je|x'|@EACH)|@EACH=E").stream().anyMatch(f -> f.any() == i);
        List<Claims.Claim> counts = out.of(HomeField.BESS_COUNT).stream().filter(claim -> claim.sentence().index() == s.index()).toList();
        if (factor == 1 && each && !counts.isEmpty()) {
            factor = Double.parseDouble(counts.getLast().value());
        }
        Item item = s.item(i);
        s.use(i);
        if (item.sure()) {
            out.number(HomeField.BESS_CAPACITY, factor * item.value(), s, i, i + 1, 0.9);
        } else {
            out.open(HomeField.BESS_CAPACITY, s);
        }
    }

    private static void power(Sentence s, int i, @Nullable Device device, List<Sentence> before, Claims out) {
        if (s.has("'draw|draws|fridge|router|ac|heater|oven|pump|microwave|load|loads|peak|dishwasher'%4=P") && device != Device.BATTERY && device != Device.ROOF
                && device != Device.CHARGER && device != Device.CAR) {
            return;
        }
        boolean inverter = s.has("@ROOF|@PV|@PANEL") && s.has("=P%2@INVERTER|@INVERTER%4=P|=P'ac'") && nearInverter(s, i);
        Device owner = device == null || device == Device.HOUSE ? Devices.topic(before) : device;
        boolean afterSize = owner == null && out.of(HomeField.BESS_CAPACITY).stream()
                .anyMatch(claim -> claim.sentence().index() >= s.index() - 1);
        owner = afterSize ? Device.BATTERY : owner;
        boolean limit = device == null && !before.isEmpty() && before.getLast().has("(?:@IMPORT|@EXPORT)%5=P");
        if (limit) {
            HomeField field = before.getLast().has("@IMPORT%5=P") ? HomeField.IMPORT_LIMIT : HomeField.EXPORT_LIMIT;
            number(field, s, i, out);
            return;
        }
        if (inverter && !s.has(BATTERY)) {
            s.use(i);
            return;
        }
        boolean single = s.item(i).value() < 0.8 && s.has("@PANEL|@EACH|'each|apiece|per_panel|a_piece'") && owner == Device.ROOF;
        if (single) {
            return;
        }
        HomeField field = owner == null ? null : switch (owner) {
            case BATTERY -> HomeField.BESS_POWER;
            case ROOF -> HomeField.PV_SIZE;
            case CAR, CHARGER -> HomeField.EV_CHARGE;
            default -> null;
        };
        if (field == HomeField.EV_CHARGE && s.item(i).value() > 50 && s.has("'horsepower|motor|engine'")) {
            return;
        }
        boolean roofInverter = s.has("@INVERTER") && !s.has(BATTERY) && Devices.topic(before) == Device.ROOF && nearInverter(s, i);
        if (field == HomeField.BESS_POWER && roofInverter) {
            s.use(i);
        } else if (field == HomeField.BESS_POWER && s.item(i).value() < 0.8) {
            // a load that the battery carries
            return;
        } else if (field == HomeField.BESS_POWER) {
            units(s, i, out);
        } else if (field != null) {
            number(field, s, i, out);
        }
    }

    /** "4 × IQ 5P (3.84 kW each)", "2 x 3 kW". */
    private static void units(Sentence s, int i, Claims out) {
        double factor = 1;
        List<Claims.Claim> counts = out.of(HomeField.BESS_COUNT).stream()
                .filter(claim -> claim.sentence().index() == s.index())
                .toList();
        boolean each = s.all("=P(?:'each|apiece|per_unit|a_piece|je'|@EACH)|@EACH=P").stream().anyMatch(f -> f.any() == i);
        if (!counts.isEmpty() && each) {
            factor = Double.parseDouble(counts.getLast().value());
        }
        for (Line.Found found : s.all("=N'x|times'=P")) {
            if (found.group(1) == i && s.item(found.group(0)).value() <= 50) {
                factor = s.item(found.group(0)).value();
                s.use(found.group(0));
            }
        }
        Item item = s.item(i);
        s.use(i);
        if (item.sure()) {
            out.number(HomeField.BESS_POWER, factor * item.value(), s, i, i + 1, 0.9);
        } else {
            out.open(HomeField.BESS_POWER, s);
        }
    }

    private static boolean nearInverter(Sentence s, int i) {
        return s.all("=P%2@INVERTER|@INVERTER%4=P|=P'ac'").stream().anyMatch(found -> found.any() == i);
    }

    private static void number(HomeField field, Sentence s, int i, Claims out) {
        s.use(i);
        if (s.item(i).sure()) {
            out.number(field, s.item(i).value(), s, i, i + 1, 0.9);
        } else {
            out.open(field, s);
        }
    }
}
