package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.text.Product.Kind;

/** Products by name, with the figures that follow from the name and from a number of units beside it. */
final class ProductProposals {
    private static final int REACH = 7;
    private static final int MOST_UNITS = 50;
    private static final int MOST_MODULES = 200;

    private ProductProposals() {}

    static List<Proposal> of(Sentence s, List<Sentence> all) {
        List<Proposal> out = new ArrayList<>();
        for (int i = 0; i < s.items().size(); i++) {
            Product product = s.item(i).product();
            if (product != null) {
                named(s, i, product, all, out);
            }
        }
        return out;
    }

    private static void named(Sentence s, int i, Product product, List<Sentence> all, List<Proposal> out) {
        String note = product.name() + ": " + product.source();
        if (product.kind() == Kind.CAR) {
            if (!product.name().equals("Tesla")) {
                out.add(Proposal.of(HomeField.EV_MODEL, product.name(), s, i, i + 1, "named").noted(product.source()));
            }
            figure(HomeField.EV_CAPACITY, product.capacityKwh(), 1, s, i, note, out);
            return;
        }
        if (product.kind() == Kind.CHARGER) {
            figure(HomeField.EV_CHARGE, product.powerKw(), 1, s, i, note, out);
            return;
        }
        if (product.kind() == Kind.MODULE) {
            for (Map.Entry<Double, String> count : modules(s, i).entrySet()) {
                units(HomeField.PV_SIZE, product.powerKw(), count, s, i, note, out);
            }
            return;
        }
        out.add(Proposal.of(HomeField.BESS_PRODUCT, product.name(), s, i, i + 1, "named").noted(product.source()));
        figure(HomeField.BESS_CAPACITY, product.capacityKwh(), 1, s, i, note, out);
        figure(HomeField.BESS_POWER, product.powerKw(), 1, s, i, note, out);
        for (Map.Entry<Double, String> count : counts(s, i, all).entrySet()) {
            units(HomeField.BESS_CAPACITY, product.capacityKwh(), count, s, i, note, out);
            units(HomeField.BESS_POWER, product.powerKw(), count, s, i, note, out);
        }
    }

    private static void figure(
            HomeField field, @Nullable Double value, double factor, Sentence s, int i, String note, List<Proposal> out) {
        if (value != null) {
            out.add(Proposal.of(field, factor * value, s, i, i + 1, Proposal.PRODUCT).noted(note));
        }
    }

    private static void units(
            HomeField field, @Nullable Double value, Map.Entry<Double, String> count, Sentence s, int i, String note, List<Proposal> out) {
        if (value != null) {
            Proposal made = Proposal.of(field, count.getKey() * value, s, i, i + 1, Proposal.PRODUCT).noted(note);
            made.features().add("units:" + count.getValue());
            out.add(made);
        }
    }

    private static Map<Double, String> counts(Sentence s, int i, List<Sentence> all) {
        Map<Double, String> found = new java.util.LinkedHashMap<>();
        for (int j = Math.max(0, i - REACH); j < Math.min(s.items().size(), i + REACH); j++) {
            Item item = s.item(j);
            if (count(item)) {
                String next = j + 1 < s.items().size() ? s.item(j + 1).form() : "#";
                found.putIfAbsent(item.value(), (j < i ? "left" : "right") + Surroundings.bucket(Math.abs(i - j)) + next);
            }
        }
        for (int k : new int[] {s.index() - 1, s.index() + 1}) {
            if (k >= 0 && k < all.size()) {
                all.get(k).items().stream().filter(ProductProposals::count)
                        .forEach(item -> found.putIfAbsent(item.value(), k < s.index() ? "before" : "after"));
            }
        }
        return found;
    }

    private static Map<Double, String> modules(Sentence s, int i) {
        Map<Double, String> found = new java.util.LinkedHashMap<>();
        for (int j = 0; j < s.items().size(); j++) {
            Item item = s.item(j);
            boolean whole = item.tag().equals("N") && item.sure() && item.value() >= 2 && item.value() <= MOST_MODULES
                    && item.value() == Math.rint(item.value());
            if (whole) {
                found.putIfAbsent(item.value(), (j < i ? "left" : "right") + Surroundings.bucket(Math.abs(i - j)));
            }
        }
        return found;
    }

    private static boolean count(Item item) {
        return item.tag().equals("N") && item.sure() && item.value() >= 2 && item.value() <= MOST_UNITS && item.value() == Math.rint(item.value());
    }
}
