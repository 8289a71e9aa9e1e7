package org.vppworkbench.negotiation.text;

import java.util.Map;

/** A family of products and a capacity beside it name one product: "Huawei LUNA2000 with 10 kWh". */
final class Families {
    private Families() {}

    static void refine(Gazetteer gazetteer, Map<HomeField, ParsedField> fields) {
        ParsedField named = fields.get(HomeField.BESS_PRODUCT);
        ParsedField capacity = fields.get(HomeField.BESS_CAPACITY);
        if (named == null || capacity == null || fields.containsKey(HomeField.BESS_COUNT)) {
            return;
        }
        Product family = gazetteer.named(named.value()).orElse(null);
        if (family == null || family.capacityKwh() != null) {
            return;
        }
        Product member = gazetteer.refined(family, capacity.number());
        if (member.equals(family)) {
            return;
        }
        fields.put(HomeField.BESS_PRODUCT, new ParsedField(HomeField.BESS_PRODUCT, member.name(), named.span(), named.words(),
                named.confidence(), "the member of the family with the capacity named"));
        Double power = member.powerKw();
        if (power != null && !fields.containsKey(HomeField.BESS_POWER)) {
            fields.put(HomeField.BESS_POWER, new ParsedField(HomeField.BESS_POWER, Claims.shortest(power), named.span(),
                    named.words(), member.confidence(), member.name() + ": " + member.source()));
        }
    }
}
