package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Findings;

/** Decides by trained weights which proposals become values. */
final class Judge {
    private static final double LEAST = 0.2;
    /** From this probability on a proposal is taken. */
    static final double ENOUGH = 0.3;
    /** From this probability on a device is taken to be missing. */
    private static final double MISSING = 0.4;
    private static final double ASSUMED = 0.5;
    private static final String NIGHT = "(?:at_)?(?:nights?|evenings?)|(?:por_la_)?noche|abends?|soir|sera|noite";
    private static final String NIGHTFALL = "21:00";
    /** From this probability on a second value makes the text contradict itself. */
    private static final double RIVAL = 0.4;
    /** From this probability on a contradiction is believed. */
    private static final double DOUBTED = 0.5;

    private final RuleReading reading;
    private final Weights weights;
    private final List<Choice> choices;
    private final Doubt doubt;
    private final List<double[]> shares;
    private final Map<HomeField, ParsedField> fields = new EnumMap<>(HomeField.class);
    private final Set<HomeField> abstained = EnumSet.noneOf(HomeField.class);
    private final List<Finding> findings = new ArrayList<>();
    private final Map<HomeField, Proposal> chosen = new EnumMap<>(HomeField.class);
    private final Set<String> used = new HashSet<>();
    private final Set<HomeField> absent = EnumSet.noneOf(HomeField.class);

    /** A proposal with its probability. */
    record Scored(Proposal proposal, double p) {}

    Judge(RuleReading reading, List<Choice> choices, Doubt doubt, List<double[]> shares, Weights weights) {
        this.reading = reading;
        this.doubt = doubt;
        this.shares = shares;
        this.choices = choices;
        this.weights = weights;
    }

    Weighing.Result result() {
        List<Scored> scored = new ArrayList<>();
        for (int c = 0; c < choices.size(); c++) {
            double[] p = shares.get(c);
            for (int i = 0; i < p.length; i++) {
                if (p[i] >= LEAST) {
                    scored.add(new Scored(choices.get(c).proposals().get(i), p[i]));
                }
            }
        }
        scored.sort(Comparator.comparingDouble(Scored::p).reversed());
        presence(scored);
        for (Scored s : scored) {
            if (s.p() >= ENOUGH && s.proposal().field() != HomeField.BLACKOUT_FROM) {
                take(s, scored);
            }
        }
        windows(scored);
        doubt();
        after();
        Strength.decide(reading, weights, chosen).forEach((field, s) -> put(field, s.proposal(), s.p()));
        return new Weighing.Result(fields, abstained, findings);
    }

    private void presence(List<Scored> scored) {
        for (HomeField none : List.of(HomeField.BESS_NONE, HomeField.PV_NONE, HomeField.EV_NONE)) {
            double p = best(scored, none);
            double other = 0;
            for (HomeField device : core(none)) {
                other = Math.max(other, best(scored, device));
            }
            if (p >= MISSING && other >= RIVAL) {
                abstained.add(none);
                abstained.addAll(core(none));
                findings.add(Finding.warning("description, " + none.key(), null,
                        "the text says there is none and describes one; the default stands", null));
            } else if (p >= MISSING && p > other) {
                absent.addAll(core(none));
            } else {
                absent.add(none);
            }
        }
    }

    static Set<HomeField> core(HomeField none) {
        return switch (none) {
            case BESS_NONE -> Set.of(HomeField.BESS_PRODUCT, HomeField.BESS_CAPACITY, HomeField.BESS_POWER);
            case PV_NONE -> Set.of(HomeField.PV_SIZE);
            default -> Set.of(HomeField.EV_MODEL, HomeField.EV_CAPACITY);
        };
    }

    private static double best(List<Scored> scored, HomeField field) {
        return scored.stream().filter(s -> s.proposal().field() == field).mapToDouble(Scored::p).max().orElse(0);
    }

    private void take(Scored s, List<Scored> all) {
        Proposal p = s.proposal();
        HomeField field = p.field();
        if (absent.contains(field) || fields.containsKey(field) || abstained.contains(field)) {
            return;
        }
        boolean exclusive = p.kind().equals(Proposal.PLAIN) && (field.kind() == HomeField.Kind.NUMBER);
        String place = p.sentence().index() + ":" + p.from();
        if (exclusive && used.contains(place)) {
            return;
        }
        for (Scored rival : all) {
            Proposal other = rival.proposal();
            if (rival.p() >= RIVAL && other.field() == field && !same(field, other.value(), p.value())
                    && other.fromProduct() == p.fromProduct()
                    && field.kind() != HomeField.Kind.NAME && !other.overlaps(p)) {
                abstained.add(field);
                findings.add(Finding.warning("description, " + field.key(), p.value() + " and " + other.value(),
                        "the text contradicts itself; the default stands", field.allowed()));
                return;
            }
        }
        if (exclusive) {
            used.add(place);
        }
        chosen.put(field, p);
        put(field, p, s.p());
    }

    /** Takes back what the text contradicts. */
    private void doubt() {
        Map<HomeField, Double> sure = new EnumMap<>(HomeField.class);
        chosen.forEach((field, p) -> sure.put(field, Objects.requireNonNull(fields.get(field)).confidence()));
        sure.forEach((field, p) -> {
            Proposal proposal = Objects.requireNonNull(chosen.get(field));
            if (doubt.choice(proposal, p).probabilities(weights, Weights.FIRST)[0] < DOUBTED) {
                return;
            }
            chosen.remove(field);
            abstain(field, proposal.value());
            if (field == HomeField.BLACKOUT_FROM || field == HomeField.BLACKOUT2_FROM) {
                abstain(field == HomeField.BLACKOUT_FROM ? HomeField.BLACKOUT_TO : HomeField.BLACKOUT2_TO, proposal.value());
            }
        });
    }

    private void abstain(HomeField field, String value) {
        fields.remove(field);
        abstained.add(field);
        findings.add(Finding.warning("description, " + field.key(), value, "the text contradicts itself; the default stands", field.allowed()));
    }

    static boolean same(HomeField field, String a, String b) {
        return field == HomeField.BLACKOUT_FROM ? a.equals(b) : FieldMatch.same(field, a, b);
    }

    private void windows(List<Scored> scored) {
        List<Scored> windows = new ArrayList<>();
        for (Scored s : scored) {
            boolean clash = windows.stream().anyMatch(w -> w.proposal().overlaps(s.proposal()) || w.proposal().value().equals(s.proposal().value()));
            if (s.proposal().field() == HomeField.BLACKOUT_FROM && s.p() >= ENOUGH && !clash && windows.size() < 2) {
                windows.add(s);
            }
        }
        windows.sort(Comparator.comparingInt((Scored s) -> s.proposal().sentence().index()).thenComparingInt(s -> s.proposal().from()));
        HomeField[] from = {HomeField.BLACKOUT_FROM, HomeField.BLACKOUT2_FROM};
        HomeField[] to = {HomeField.BLACKOUT_TO, HomeField.BLACKOUT2_TO};
        for (int i = 0; i < windows.size(); i++) {
            Proposal p = windows.get(i).proposal();
            int cut = p.value().indexOf('/');
            put(from[i], p.valued(from[i], p.value().substring(0, cut)), windows.get(i).p());
            put(to[i], p.valued(to[i], p.value().substring(cut + 1)), windows.get(i).p());
            chosen.put(from[i], p);
        }
        if (windows.isEmpty()) {
            reading.claims().of(HomeField.BLACKOUT_FROM).stream().filter(claim -> claim.note().startsWith(QuietRules.ASSUMPTION))
                    .findFirst().ifPresent(this::assumed);
        }
    }

    /** "Not during dinner": hours that nobody states are the rules' assumption, and are told as one. */
    private void assumed(Claims.Claim dinner) {
        for (HomeField field : List.of(HomeField.BLACKOUT_FROM, HomeField.BLACKOUT_TO, HomeField.BLACKOUT_STRENGTH)) {
            reading.claims().of(field).stream()
                    .filter(claim -> claim.sentence().index() == dinner.sentence().index() && claim.from() == dinner.from())
                    .findFirst()
                    .ifPresent(claim -> put(field, Proposal.of(field, claim.value(), claim.sentence(), claim.from(), claim.to(), "assumed")
                            .noted(claim.note()), claim.confidence()));
        }
    }

    /** "Full on Thursday night" names no hour: one is assumed, and told as an assumption. */
    private void night() {
        Proposal days = chosen.get(HomeField.READY_DAYS);
        if (days == null || fields.containsKey(HomeField.READY_BY)) {
            return;
        }
        List<Item> items = days.sentence().items();
        int at = days.to();
        if (at < items.size() && items.get(at).form().matches(NIGHT)) {
            put(HomeField.READY_BY, Proposal.of(HomeField.READY_BY, NIGHTFALL, days.sentence(), days.from(), at + 1, "assumed")
                    .noted("night and evening taken as " + NIGHTFALL + ": assumption"), ASSUMED);
        }
    }

    /** A need of the car without an amount is none: the rules' amount in the same sentence completes it, or it is told. */
    private void carNeed() {
        Proposal days = chosen.get(HomeField.READY_DAYS);
        Proposal said = days == null ? chosen.get(HomeField.READY_BY) : days;
        if (said == null || fields.containsKey(HomeField.READY_SHARE) || fields.containsKey(HomeField.READY_KWH)) {
            return;
        }
        for (HomeField amount : List.of(HomeField.READY_SHARE, HomeField.READY_KWH)) {
            Claims.Claim claim = reading.claims().of(amount).stream()
                    .filter(c -> c.sentence().index() == said.sentence().index() && amount.allows(c.value()))
                    .findFirst()
                    .orElse(null);
            if (claim != null && !abstained.contains(amount)) {
                Proposal p = Proposal.of(amount, claim.value(), claim.sentence(), claim.from(), claim.to(), "claimed").noted(claim.note());
                chosen.put(amount, p);
                put(amount, p, claim.confidence());
                return;
            }
        }
        findings.add(Finding.warning("description, pref.evReady", RuleParser.quoted(words(said)),
                "days or a time for the car without an amount; no wish was made of it", "such as: 80 % by 7:00 on weekdays"));
    }

    private String words(Proposal p) {
        Span folded = p.sentence().folded(0, p.sentence().items().size());
        return reading.source().words(reading.source().span(folded.start(), folded.end()));
    }

    /** What the rules found out of its range, and what they left open. */
    private void after() {
        carNeed();
        night();
        for (Claims.Claim claim : reading.claims().all()) {
            HomeField field = claim.field();
            if (!fields.containsKey(field) && !field.allows(claim.value())) {
                findings.add(Finding.warning("description, " + field.key(), Findings.number(Double.parseDouble(claim.value())),
                        "impossible value; the default stands", field.allowed()));
            }
        }
        for (HomeField field : reading.claims().open()) {
            if (!fields.containsKey(field) && abstained.add(field)) {
                findings.add(Finding.warning("description, " + field.key(), null,
                        "the text gives a range and no value; the default stands", null));
            }
        }
        if (fields.containsKey(HomeField.TRIP_KWH)) {
            fields.remove(HomeField.TRIP_KM);
        }
    }

    private void put(HomeField field, Proposal p, double probability) {
        Span folded = p.sentence().folded(p.from(), p.to());
        Span span = reading.source().span(folded.start(), folded.end());
        fields.put(field, new ParsedField(field, p.value(), span, reading.source().words(span), probability, Notes.of(p)));
    }
}
