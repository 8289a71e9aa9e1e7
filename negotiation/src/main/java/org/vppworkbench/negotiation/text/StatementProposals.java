package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a sentence as a whole can say: that a device is not there, which tariff, which plan, which manner of negotiating. */
final class StatementProposals {
    private static final List<HomeField> CHOICES =
            List.of(HomeField.TARIFF, HomeField.HOME_PLAN, HomeField.CAR_PLAN, HomeField.STYLE);
    private static final List<HomeField> FLAGS = List.of(HomeField.BESS_NONE, HomeField.PV_NONE, HomeField.EV_NONE);

    private static final String BREAKS = "[,;()/|]|but|aber|pero|mais|ma";
    private static final int LEAST = 3;

    private StatementProposals() {}

    /** The statements the clauses of a sentence may make; only about what they name. */
    static List<Proposal> of(Sentence s, Surroundings words) {
        List<Proposal> out = new ArrayList<>();
        int n = s.items().size();
        int from = 0;
        for (int to = 1; to <= n; to++) {
            boolean cut = to == n || (s.item(to).form().matches(BREAKS) && to - from >= LEAST && n - to > LEAST);
            if (cut) {
                for (HomeField field : FLAGS) {
                    if (names(s, from, to, field, words)) {
                        out.add(Proposal.of(field, "true", s, from, to, "statement"));
                    }
                }
                for (HomeField field : CHOICES) {
                    if (names(s, from, to, field, words)) {
                        for (String choice : field.choices()) {
                            out.add(Proposal.of(field, choice, s, from, to, "statement"));
                        }
                    }
                }
                from = to;
            }
        }
        return out;
    }

    private static boolean names(Sentence s, int from, int to, HomeField field, Surroundings words) {
        for (int i = from; i < to; i++) {
            Item item = s.item(i);
            boolean named = about(field).contains(item.tag()) || item.concepts().stream().anyMatch(about(field)::contains)
                    || words.classes(s, i).stream().anyMatch(named(field)::contains);
            if (named) {
                return true;
            }
        }
        return false;
    }

    /** Classes of words a statement about a field is likely to hold, besides what {@link #about} names. */
    private static Set<String> named(HomeField field) {
        return switch (field) {
            case BESS_NONE -> Set.of("BATTERY", "BATTERY_BRAND", "STORE_SIZE", "GENERATOR_OTHER");
            case PV_NONE -> Set.of("PANELS", "NO_ROOM_FOR_SOLAR", "ROOF_PLACE", "SOLAR_OUTPUT");
            case EV_NONE -> Set.of("CAR_GENERIC", "CAR_MAKE", "ELECTRIC_CAR", "PETROL_CAR", "PLAIN_HYBRID", "PLUGIN_HYBRID", "NO_CAR_LIFE", "LIGHT_VEHICLE", "REFUSE_EV", "SECOND_CAR");
            case TARIFF -> Set.of("TARIFF_FLAT", "TARIFF_NEM2", "TARIFF_OTHER", "TARIFF_PRIME", "TARIFF_WHOLESALE", "TARIFF_WORD", "PRICE_WORD", "BILL");
            case HOME_PLAN -> Set.of("PLAN_BACKUP_ONLY", "PLAN_BILL_OPTIMAL", "PLAN_SELF_USE", "PLAN_TOU", "BATTERY_MODE", "OUTAGE", "BILL", "BATTERY");
            case CAR_PLAN -> Set.of("PLAN_CAR_ARRIVAL", "PLAN_CAR_CHEAPEST", "PLAN_CAR_OFF_PEAK", "CHARGE_VERB", "PLUG_IN", "CHEAP_WORD");
            case STYLE -> Set.of("MANNER_EASY", "MANNER_LINEAR", "MANNER_STUBBORN", "BARGAIN_WORD");
            default -> Set.of();
        };
    }

    /** Tags and concepts of the items a statement about a field is likely to name. */
    static Set<String> about(HomeField field) {
        return switch (field) {
            case BESS_NONE -> Set.of("BAT", "PB");
            case PV_NONE -> Set.of("PV", "PANEL", "ROOF");
            case EV_NONE -> Set.of("CAR", "PC", "CHARGER", "PG", "DRIVE");
            case TARIFF -> Set.of("TARPRIME", "TARNEM2", "TARFLAT", "TARWHOLE", "TARIFF", "PR");
            case HOME_PLAN -> Set.of("SELFUSE", "BACKUPONLY", "BILLOPT", "TOUPLAN", "BILL", "BACKUP");
            case CAR_PLAN -> Set.of("CHEAPEST", "ONARRIVAL", "OFFPEAK", "CHARGES");
            case STYLE -> Set.of("STUBBORN", "EASY", "LINEAR", "BARGAIN");
            default -> Set.of();
        };
    }

    /** Fields whose claims say that the device is there. */
    static Set<HomeField> devices(HomeField field) {
        return switch (field) {
            case BESS_NONE -> Set.of(HomeField.BESS_PRODUCT, HomeField.BESS_CAPACITY, HomeField.BESS_POWER);
            case PV_NONE -> Set.of(HomeField.PV_SIZE);
            case EV_NONE -> Set.of(HomeField.EV_MODEL, HomeField.EV_CAPACITY, HomeField.EV_CHARGE, HomeField.TRIP_DEPARTURE);
            default -> Set.of();
        };
    }
}
