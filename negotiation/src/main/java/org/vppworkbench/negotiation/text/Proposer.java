package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.text.Claims.Claim;

/**
 * Collects every value that might be meant: those the rules claim, and each quantity, time, day and product for each field
 * its kind could fill. Then says what speaks for and against each.
 */
final class Proposer {
    /** More claims on one field say nothing more. */
    private static final int MOST = 40;

    private final RuleReading reading;
    private final Surroundings surroundings;
    private final Map<String, Proposal> proposals = new LinkedHashMap<>();
    private final Map<Integer, List<Proposal>> bySentence = new HashMap<>();
    private final Map<HomeField, List<Claim>> byField = new EnumMap<>(HomeField.class);
    private final Map<Integer, List<Claim>> claimsBySentence = new HashMap<>();

    private Proposer(RuleReading reading) {
        this.reading = reading;
        this.surroundings = new Surroundings(reading.sentences(), reading.language());
        for (Claim claim : reading.claims().all()) {
            byField.computeIfAbsent(claim.field(), k -> new ArrayList<>()).add(claim);
            claimsBySentence.computeIfAbsent(claim.sentence().index(), k -> new ArrayList<>()).add(claim);
        }
    }

    /** All proposals of a text, with their features. */
    static Proposer of(RuleReading reading) {
        Proposer proposer = new Proposer(reading);
        proposer.collect();
        proposer.all().forEach(proposer::describe);
        return proposer;
    }

    List<Proposal> all() {
        return new ArrayList<>(proposals.values());
    }

    /** What speaks for and against that the place of a proposal means nothing. */
    List<String> nothing(Proposal p) {
        boolean statement = statement(p);
        List<String> features = new ArrayList<>(statement ? List.of() : surroundings.around(p.sentence(), p.from(), p.to()));
        features.add("always");
        return features;
    }

    private static boolean statement(Proposal p) {
        return p.field().kind() == HomeField.Kind.CHOICE || p.field().kind() == HomeField.Kind.FLAG;
    }

    private void collect() {
        for (Sentence s : reading.sentences()) {
            QuantityProposals.of(s, reading.sentences()).forEach(this::add);
            TimeProposals.of(s).forEach(this::add);
            ProductProposals.of(s, reading.sentences()).forEach(this::add);
            StatementProposals.of(s, surroundings).forEach(this::add);
        }
        for (HomeField field : HomeField.values()) {
            if (!field.key().endsWith(".strength")) {
                claims(field).forEach(this::add);
            }
        }
    }

    private void add(Proposal proposal) {
        HomeField field = proposal.field();
        if (field.isNumber()) {
            double value = Double.parseDouble(proposal.value());
            boolean whole = field.kind() != HomeField.Kind.COUNT || value == Math.rint(value);
            if (!field.allows(proposal.value()) || !whole) {
                return;
            }
        }
        if (proposals.putIfAbsent(key(proposal), proposal) == null) {
            bySentence.computeIfAbsent(proposal.sentence().index(), k -> new ArrayList<>()).add(proposal);
        }
    }

    private static String key(Proposal p) {
        return p.field() + "|" + p.value() + "|" + p.sentence().index() + "|" + p.from();
    }

    private void add(Claim claim) {
        if (claim.field() == HomeField.BLACKOUT_TO || claim.field() == HomeField.BLACKOUT2_TO) {
            return;
        }
        boolean window = claim.field() == HomeField.BLACKOUT_FROM || claim.field() == HomeField.BLACKOUT2_FROM;
        @Nullable String value = window ? window(claim) : claim.value();
        if (value == null) {
            return;
        }
        HomeField field = window ? HomeField.BLACKOUT_FROM : claim.field();
        Sentence s = claim.sentence();
        boolean known = bySentence.getOrDefault(s.index(), List.of()).stream().anyMatch(p -> p.field() == field && p.value().equals(value) && p.from() < claim.to() && claim.from() < p.to());
        if (!known) {
            Proposal made = Proposal.of(field, value, s, claim.from(), claim.to(), claim.fromProduct() ? Proposal.PRODUCT : "claimed");
            add(made.noted(claim.note()));
        }
    }

    /** The claims on a field, as many as matter. */
    private List<Claim> claims(HomeField field) {
        List<Claim> all = byField.getOrDefault(field, List.of());
        return all.size() <= MOST ? all : all.subList(0, MOST);
    }

    private @Nullable String window(Claim from) {
        HomeField end = from.field() == HomeField.BLACKOUT_FROM ? HomeField.BLACKOUT_TO : HomeField.BLACKOUT2_TO;
        return claims(end).stream()
                .filter(to -> to.sentence().index() == from.sentence().index())
                .filter(to -> to.from() == from.from() || to.from() >= from.from())
                .findFirst()
                .map(to -> from.value() + "/" + to.value())
                .orElse(null);
    }

    private void describe(Proposal p) {
        List<String> features = p.features();
        boolean statement = statement(p);
        List<String> around = statement
                ? surroundings.statement(p.sentence(), p.from(), p.to(), StatementProposals.about(p.field()))
                : surroundings.around(p.sentence(), p.from(), p.to());
        features.addAll(around);
        features.add("kind:" + p.kind());
        for (String feature : around) {
            boolean strong = !p.kind().equals(Proposal.PLAIN) && (feature.startsWith("k:") || feature.startsWith("dn:") || feature.startsWith("R1:")
                    || feature.startsWith("L1:"));
            if (strong && !statement) {
                features.add(p.kind() + "&" + feature);
            }
        }
        values(p, features);
        rules(p, statement, features);
        if (statement) {
            Set<HomeField> device = StatementProposals.devices(p.field());
            for (HomeField field : device) {
                if (byField.containsKey(field)) {
                    features.add("has:" + field);
                }
            }
        }
    }

    private void values(Proposal p, List<String> features) {
        Item item = p.sentence().item(p.from());
        if (p.field().isNumber()) {
            double value = Double.parseDouble(p.value());
            features.add("size:" + Surroundings.magnitude(value));
            features.add("size:" + p.kind() + ":" + Surroundings.magnitude(value));
            features.add("whole:" + (value == Math.rint(value)));
        } else if (p.field().kind() == HomeField.Kind.TIME) {
            features.add("hour:" + p.value().substring(0, 2));
            features.add("sure:" + item.sure());
            features.add("hour:" + p.kind() + p.value().substring(0, 2));
            int end = p.value().indexOf('/');
            if (end > 0) {
                features.add("end:" + p.value().substring(end + 1, end + 3));
                features.add("end:" + p.kind() + p.value().substring(end + 1, end + 3));
            }
        }
        features.add("alone:" + reading.sentences().size());
    }

    /** What the rules say of the value, of the field and of the words. */
    private void rules(Proposal p, boolean statement, List<String> features) {
        boolean here = false;
        boolean elsewhere = false;
        boolean other = false;
        boolean corrects = false;
        for (Claim claim : claims(p.field())) {
            @Nullable String value = p.field() == HomeField.BLACKOUT_FROM ? window(claim) : claim.value();
            boolean same = value != null && (p.field() == HomeField.BLACKOUT_FROM ? value.equals(p.value())
                    : p.field().kind() == HomeField.Kind.NAME ? value.equals(p.value()) : FieldMatch.same(p.field(), p.value(), value));
            boolean place = claim.sentence().index() == p.sentence().index()
                    && claim.from() < p.to() && p.from() < claim.to();
            here |= same && place;
            elsewhere |= same && !place;
            other |= !same;
            corrects |= claim.corrects() && same && place;
        }
        features.add("rule:" + (here ? "here" : elsewhere ? "elsewhere" : other ? "other" : "none"));
        features.add("rule:" + (here ? "here" : elsewhere ? "elsewhere" : "none") + (other ? "+other" : ""));
        features.add("rule:" + (here ? "here:" : "not:") + p.kind());
        if (corrects) {
            features.add("rule:corrects");
        }
        if (reading.claims().open().contains(p.field())) {
            features.add("rule:open");
        }
        if (statement) {
            return;
        }
        boolean claimed = false;
        for (Claim claim : claimsBySentence.getOrDefault(p.sentence().index(), List.of())) {
            boolean on = claim.field() != p.field() && claim.from() < p.to() && p.from() < claim.to();
            if (on) {
                features.add("claimed:" + claim.field());
                claimed = true;
            }
        }
        features.add("claimed:" + claimed);
    }
}
