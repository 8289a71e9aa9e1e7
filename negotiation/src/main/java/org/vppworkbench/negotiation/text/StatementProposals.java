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

    static List<Proposal> of(Sentence s) {
        List<Proposal> out = new ArrayList<>();
        int n = s.items().size();
        int from = 0;
        for (int to = 1; to <= n; to++) {
            boolean cut = to == n || (s.item(to).form().matches(BREAKS) && to - from >= LEAST && n - to > LEAST);
            if (cut) {
                for (HomeField field : FLAGS) {
                    out.add(Proposal.of(field, "true", s, from, to, "statement"));
                }
                for (HomeField field : CHOICES) {
                    for (String choice : field.choices()) {
                        out.add(Proposal.of(field, choice, s, from, to, "statement"));
                    }
                }
                from = to;
            }
        }
        return out;
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
