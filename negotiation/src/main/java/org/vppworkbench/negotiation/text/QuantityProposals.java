package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.List;

/** Each quantity for each field its kind could fill, plain or combined with a number, a second quantity or a period. */
final class QuantityProposals {
    private static final double WEEK = 7;
    private static final double MONTH = 30.4;
    private static final double QUARTER = 91.2;
    private static final double YEAR = 365;
    private static final double US_VOLTS = 240;
    private static final double KM_PER_MILE = 1.609344;
    private static final int MOST_UNITS = 50;
    private static final int MOST_PANELS = 200;
    private static final int REACH = 12;

    private final Sentence s;
    private final List<Sentence> all;
    private final List<Proposal> out = new ArrayList<>();

    private QuantityProposals(Sentence s, List<Sentence> all) {
        this.s = s;
        this.all = all;
    }

    static List<Proposal> of(Sentence s, List<Sentence> all) {
        QuantityProposals proposals = new QuantityProposals(s, all);
        for (int i = 0; i < s.items().size(); i++) {
            Item item = s.item(i);
            // "gives at 5": the clock takes a bare number for an hour
            boolean hour = item.tag().equals("T") && !item.sure() && item.value() % 60 == 0;
            if (hour) {
                proposals.bare(i, item.value() / 60);
            } else if (item.sure()) {
                proposals.item(i, item.value());
            }
        }
        return proposals.out;
    }

    private void item(int i, double v) {
        switch (s.item(i).tag()) {
            case "E", "ED" -> energy(i, v);
            case "P", "PDC", "PAC" -> power(i, v);
            case "PCT" -> share(i, v);
            case "N" -> bare(i, v);
            case "PR", "M" -> {
                plain(HomeField.PRICE_FLOOR, i, v);
                add(HomeField.PRICE_FLOOR, v / 100, i, "cents");
                add(HomeField.PRICE_FLOOR, v / 1000, i, "mega");
            }
            case "D" -> distance(i, v);
            case "A" -> amperes(i, v);
            case "AH" -> partners(i, "V", false).forEach(j -> combined(HomeField.BESS_CAPACITY, v * s.item(j).value() / 1000, i, j, "amphours"));
            case "H" -> partners(i, "P", false).forEach(j -> {
                combined(HomeField.RESERVE_KWH, v * s.item(j).value(), i, j, "hours");
                combined(HomeField.READY_KWH, v * s.item(j).value(), i, j, "hours");
            });
            default -> word(i);
        }
    }

    private void word(int i) {
        Item item = s.item(i);
        if (item.is("FULL")) {
            add(HomeField.READY_SHARE, 1, i, "full");
            add(HomeField.BESS_INITIAL, 1, i, "full");
            add(HomeField.EV_INITIAL, 1, i, "full");
            add(HomeField.RESERVE_SHARE, 1, i, "full");
        } else if (item.form().matches("empty|flat|drained|dead|vacia|vide|leer|vuota|vazia|空")) {
            add(HomeField.BESS_INITIAL, 0, i, "empty");
            add(HomeField.EV_INITIAL, 0, i, "empty");
        } else if (item.form().matches("once|single|一次|einmal|una_vez|une_fois")) {
            add(HomeField.MAX_EVENTS, 1, i, "once");
        } else if (item.is("V2G") || item.is("EXPORT")) {
            add(item.is("V2G") ? HomeField.EV_V2G : HomeField.EXPORT_LIMIT, 0, i, "none");
        } else if (item.is("CYCLE")) {
            add(HomeField.CAP_SHARE, 1, i, "cycle");
        }
    }

    private void energy(int i, double v) {
        plain(HomeField.BESS_CAPACITY, i, v);
        plain(HomeField.EV_CAPACITY, i, v);
        plain(HomeField.RESERVE_KWH, i, v);
        plain(HomeField.READY_KWH, i, v);
        plain(HomeField.CAP_KWH, i, v);
        plain(HomeField.TRIP_KWH, i, v);
        load(i, v);
        counts(i).forEach(n -> combined(HomeField.BESS_CAPACITY, n.value() * v, i, n.at(), n.kind()));
        for (int j : partners(i, "E", true)) {
            combined(HomeField.BESS_CAPACITY, v + s.item(j).value(), i, j, "sum");
            if (v <= s.item(j).value()) {
                combined(HomeField.BESS_INITIAL, v / s.item(j).value(), i, j, "ratio");
                combined(HomeField.EV_INITIAL, v / s.item(j).value(), i, j, "ratio");
            }
        }
    }

    private void load(int i, double v) {
        plain(HomeField.LOAD, i, v);
        add(HomeField.LOAD, v / WEEK, i, "week");
        add(HomeField.LOAD, v / MONTH, i, "month");
        add(HomeField.LOAD, v / QUARTER, i, "quarter");
        add(HomeField.LOAD, v / (2 * MONTH), i, "bimonth");
        add(HomeField.LOAD, v / YEAR, i, "year");
    }

    private void power(int i, double v) {
        plain(HomeField.BESS_POWER, i, v);
        plain(HomeField.BESS_CHARGE, i, v);
        plain(HomeField.PV_SIZE, i, v);
        plain(HomeField.EV_CHARGE, i, v);
        plain(HomeField.EV_V2G, i, v);
        plain(HomeField.IMPORT_LIMIT, i, v);
        plain(HomeField.EXPORT_LIMIT, i, v);
        add(HomeField.LOAD, 24 * v, i, "constant");
        counts(i).forEach(n -> combined(HomeField.BESS_POWER, n.value() * v, i, n.at(), n.kind()));
        if (v >= 0.15 && v <= 0.8) {
            panels(i, v);
        }
        for (String tag : List.of("P", "PDC", "PAC")) {
            for (int j : partners(i, tag, true)) {
                combined(HomeField.PV_SIZE, v + s.item(j).value(), i, j, "sum");
                combined(HomeField.BESS_POWER, v + s.item(j).value(), i, j, "sum");
            }
        }
    }

    private void panels(int i, double kw) {
        for (int j = 0; j < s.items().size(); j++) {
            Item n = s.item(j);
            boolean whole = n.tag().equals("N") && n.value() == Math.rint(n.value()) && n.value() >= 2 && n.value() <= MOST_PANELS;
            if (j != i && whole && n.sure()) {
                combined(HomeField.PV_SIZE, n.value() * kw, i, j, "panels");
            }
        }
        if (s.index() > 0) {
            for (Item n : all.get(s.index() - 1).items()) {
                if (n.tag().equals("N") && n.value() == Math.rint(n.value()) && n.value() >= 2 && n.value() <= MOST_PANELS) {
                    add(HomeField.PV_SIZE, n.value() * kw, i, "panelsbefore");
                }
            }
        }
    }

    private void share(int i, double v) {
        plain(HomeField.BESS_INITIAL, i, v);
        plain(HomeField.EV_INITIAL, i, v);
        plain(HomeField.RESERVE_SHARE, i, v);
        plain(HomeField.READY_SHARE, i, v);
        plain(HomeField.CAP_SHARE, i, v);
        add(HomeField.RESERVE_SHARE, 1 - v, i, "rest");
        add(HomeField.BESS_INITIAL, 1 - v, i, "rest");
        add(HomeField.EV_INITIAL, 1 - v, i, "rest");
    }

    private void bare(int i, double v) {
        boolean whole = v == Math.rint(v);
        if (whole && v >= 2 && v <= MOST_UNITS) {
            plain(HomeField.BESS_COUNT, i, v);
        }
        if (whole && v <= MOST_UNITS) {
            plain(HomeField.MAX_EVENTS, i, v);
        }
        if (v > 0 && v <= 300) {
            plain(HomeField.BESS_CAPACITY, i, v);
            plain(HomeField.BESS_POWER, i, v);
            plain(HomeField.PV_SIZE, i, v);
            plain(HomeField.EV_CAPACITY, i, v);
            plain(HomeField.EV_CHARGE, i, v);
            plain(HomeField.RESERVE_KWH, i, v);
            plain(HomeField.CAP_KWH, i, v);
            plain(HomeField.CAP_SHARE, i, v);
            plain(HomeField.TRIP_KM, i, v);
            add(HomeField.TRIP_KM, KM_PER_MILE * v, i, "miles");
        }
        plain(HomeField.EXPORT_LIMIT, i, v);
        plain(HomeField.IMPORT_LIMIT, i, v);
        plain(HomeField.PRICE_FLOOR, i, v);
        add(HomeField.PRICE_FLOOR, v / 100, i, "cents");
        add(HomeField.PRICE_FLOOR, v / 1000, i, "mega");
        if (v <= 100) {
            for (HomeField field : List.of(HomeField.BESS_INITIAL, HomeField.EV_INITIAL, HomeField.RESERVE_SHARE, HomeField.READY_SHARE)) {
                add(field, v <= 1 ? v : v / 100, i, "percent");
            }
        }
        if (v >= 3) {
            load(i, v);
        }
        if (v >= 150 && v <= 800) {
            panels(i, v / 1000);
        }
        counts(i).forEach(n -> {
            combined(HomeField.BESS_CAPACITY, n.value() * v, i, n.at(), n.kind());
            combined(HomeField.BESS_POWER, n.value() * v, i, n.at(), n.kind());
        });
    }

    private void distance(int i, double v) {
        plain(HomeField.TRIP_KM, i, v);
        add(HomeField.TRIP_KM, 2 * v, i, "bothways");
        for (int j : partners(i, "D", true)) {
            combined(HomeField.TRIP_KM, v + s.item(j).value(), i, j, "sum");
        }
        for (int j : partners(i, "C", false)) {
            combined(HomeField.TRIP_KWH, v * s.item(j).value(), i, j, "consumption");
            combined(HomeField.TRIP_KWH, 2 * v * s.item(j).value(), i, j, "bothconsumption");
        }
    }

    private void amperes(int i, double amps) {
        double volts = US_VOLTS;
        String kind = "amps";
        for (int j : partners(i, "V", false)) {
            volts = s.item(j).value();
            kind = "ampvolts";
        }
        add(HomeField.EV_CHARGE, amps * volts / 1000, i, kind);
        add(HomeField.EV_CHARGE, amps * 120 / 1000, i, "amps120");
        add(HomeField.EV_CHARGE, 0.8 * amps * volts / 1000, i, "continuous");
        add(HomeField.IMPORT_LIMIT, amps * volts / 1000, i, kind);
        add(HomeField.EXPORT_LIMIT, amps * volts / 1000, i, kind);
    }

    /** Items of a kind near another; only behind it if asked. */
    private List<Integer> partners(int i, String tag, boolean behind) {
        List<Integer> found = new ArrayList<>();
        for (int j = Math.max(0, i - REACH); j < Math.min(s.items().size(), i + REACH); j++) {
            if (j != i && (!behind || j > i) && s.item(j).tag().equals(tag) && s.item(j).sure()) {
                found.add(j);
            }
        }
        return found;
    }

    /** A number of units. */
    private record Count(double value, int at, String kind) {}

    private List<Count> counts(int i) {
        List<Count> found = new ArrayList<>();
        for (int j = 0; j < s.items().size(); j++) {
            Item item = s.item(j);
            boolean whole = item.tag().equals("N") && item.value() == Math.rint(item.value()) && item.value() >= 2 && item.value() <= MOST_UNITS;
            if (whole && item.sure() && j != i) {
                found.add(new Count(item.value(), j, Math.abs(i - j) <= 3 ? "times" : "timesfar"));
            }
        }
        return found;
    }

    private void plain(HomeField field, int i, double value) {
        add(field, value, i, Proposal.PLAIN);
    }

    private void add(HomeField field, double value, int i, String kind) {
        out.add(Proposal.of(field, value, s, i, i + 1, kind));
    }

    /** Stands at the quantity; the partner's place is part of the features by its kind and distance. */
    private void combined(HomeField field, double value, int i, int partner, String kind) {
        Proposal made = Proposal.of(field, value, s, i, i + 1, kind);
        made.features().add("partner:" + (partner > i ? "right" : "left") + Surroundings.bucket(Math.abs(partner - i)));
        made.features().add("between:" + kind + ":" + between(i, partner));
        int next = partner + 1 < s.items().size() ? partner + 1 : -1;
        if (next >= 0) {
            Item behind = s.item(next);
            made.features().add("partnernext:" + kind + ":" + (behind.tag().isEmpty()
                    ? behind.concepts().isEmpty() ? behind.form() : behind.concepts().getFirst() : behind.tag()));
        }
        out.add(made);
    }

    private String between(int i, int j) {
        int from = Math.min(i, j) + 1;
        int to = Math.max(i, j);
        if (to - from > 2) {
            return "far";
        }
        StringBuilder words = new StringBuilder();
        for (int k = from; k < to; k++) {
            words.append(s.item(k).tag().isEmpty() ? s.item(k).form() : s.item(k).tag()).append('_');
        }
        return words.toString();
    }
}
