package org.vppworkbench.negotiation.text;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The home a perfect reader would find: the labels in the place of what was read. */
public final class LabelledHome {
    private LabelledHome() {}

    public static ParsedHome of(EvaluationCase labelled) {
        Map<HomeField, ParsedField> fields = new EnumMap<>(HomeField.class);
        Set<HomeField> open = EnumSet.noneOf(HomeField.class);
        labelled.labels().forEach((field, label) -> {
            if (label == null) {
                open.add(field);
            } else {
                fields.put(field, new ParsedField(field, label, new Span(0, 0), "", 1, "label"));
            }
        });
        return new ParsedHome("labels", Language.EN, fields, open, labelled.hostile(), List.of());
    }
}
