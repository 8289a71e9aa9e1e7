package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.List;

/** Times and days for the car's trip, its readiness and the quiet hours. */
final class TimeProposals {
    private static final int HALF_DAY = 720;
    private static final int REACH = 10;
    private static final String EVERY = "MO,TU,WE,TH,FR,SA,SU";

    private final Sentence s;
    private final List<Proposal> out = new ArrayList<>();

    private TimeProposals(Sentence s) {
        this.s = s;
    }

    static List<Proposal> of(Sentence s) {
        TimeProposals proposals = new TimeProposals(s);
        for (int i = 0; i < s.items().size(); i++) {
            proposals.item(i);
        }
        return proposals.out;
    }

    private void item(int i) {
        Item item = s.item(i);
        switch (item.tag()) {
            case "T" -> {
                single(i, (int) item.value(), item.sure() ? "said" : "asread");
                if (!item.sure()) {
                    single(i, HALF_DAY + (int) item.value(), "shifted");
                }
                for (int j = i + 1; j < Math.min(s.items().size(), i + REACH); j++) {
                    if (s.item(j).tag().equals("T")) {
                        window(i, j, item, s.item(j), (int) item.value(), (int) s.item(j).value(), "pair");
                        break;
                    }
                }
            }
            case "TR" -> {
                window(i, i, item, item, (int) item.value(), (int) item.second(), "range");
                trip(i, (int) item.value(), (int) item.second(), item.sure());
            }
            case "DAYS" -> {
                days(i, TripRules.days(s, i), "adjusted");
                days(i, TripRules.days(item.days()), Proposal.PLAIN);
            }
            case "N" -> {
                boolean hour = item.value() == Math.rint(item.value()) && item.value() >= 1 && item.value() <= 12;
                if (hour) {
                    single(i, 60 * (int) item.value(), "bare");
                    single(i, 60 * (int) item.value() + HALF_DAY, "bareshifted");
                }
            }
            default -> {
                boolean daily = item.is("PERDAY") && item.form().matches(TripRules.DAILY);
                if (daily) {
                    days(i, EVERY, "daily");
                } else if (item.form().matches("midnight|mitternacht|medianoche|minuit|noon|mezzanotte")) {
                    single(i, item.form().equals("noon") ? HALF_DAY : 0, "named");
                }
            }
        }
    }

    private void days(int i, String value, String kind) {
        out.add(Proposal.of(HomeField.TRIP_DAYS, value, s, i, i + 1, kind));
        out.add(Proposal.of(HomeField.READY_DAYS, value, s, i, i + 1, kind));
    }

    private void single(int i, int minutes, String kind) {
        for (HomeField field : List.of(HomeField.TRIP_DEPARTURE, HomeField.TRIP_ARRIVAL, HomeField.READY_BY)) {
            out.add(Proposal.of(field, Claims.time(minutes), s, i, i + 1, kind));
        }
    }

    private void trip(int i, int from, int to, boolean sure) {
        List<int[]> variants = sure ? List.of(new int[] {from, to})
                : List.of(new int[] {from, to}, new int[] {from, to + HALF_DAY}, new int[] {from + HALF_DAY, to});
        for (int[] v : variants) {
            String kind = (sure ? "said" : v[0] == from ? (v[1] == to ? "asread" : "endshifted") : "startshifted");
            out.add(Proposal.of(HomeField.TRIP_DEPARTURE, Claims.time(v[0]), s, i, i + 1, "away" + kind));
            out.add(Proposal.of(HomeField.TRIP_ARRIVAL, Claims.time(v[1]), s, i, i + 1, "away" + kind));
            out.add(Proposal.of(HomeField.TRIP_ARRIVAL, Claims.time(v[0]), s, i, i + 1, "home" + kind));
            out.add(Proposal.of(HomeField.TRIP_DEPARTURE, Claims.time(v[1]), s, i, i + 1, "home" + kind));
        }
    }

    private void window(int i, int j, Item first, Item last, int from, int to, String kind) {
        quiet(i, j, from, to, kind + (first.sure() && last.sure() ? "" : "asread"));
        boolean open = i == j ? !first.sure() : !first.sure() || !last.sure();
        if (open) {
            boolean one = i == j || !first.sure();
            boolean two = i == j || !last.sure();
            if (one && two) {
                quiet(i, j, from + HALF_DAY, to + HALF_DAY, kind + "bothshifted");
            }
            if (two) {
                quiet(i, j, from, to + HALF_DAY, kind + "endshifted");
            }
            if (one) {
                quiet(i, j, from + HALF_DAY, to, kind + "startshifted");
            }
        }
    }

    private void quiet(int i, int j, int from, int to, String kind) {
        out.add(Proposal.of(HomeField.BLACKOUT_FROM, Claims.time(from) + "/" + Claims.time(to), s, i, j + 1, kind));
    }
}
