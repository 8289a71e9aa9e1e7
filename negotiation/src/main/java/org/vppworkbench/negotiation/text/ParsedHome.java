package org.vppworkbench.negotiation.text;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vppworkbench.model.scenario.Finding;

/**
 * What a description says. A field that is absent was not said, or was said in two ways and then is among the abstained.
 *
 * @param parser {@code trained}, {@code rule} or {@code model}
 * @param language of the text
 * @param fields by field
 * @param abstained fields whose text contradicts itself or leaves the value open
 * @param hostile whether the text tries to instruct the program
 * @param findings contradictions, impossible values, what was ignored or not understood
 */
public record ParsedHome(
        String parser,
        Language language,
        Map<HomeField, ParsedField> fields,
        Set<HomeField> abstained,
        boolean hostile,
        List<Finding> findings) {
    public ParsedHome {
        Map<HomeField, ParsedField> sorted = new EnumMap<>(HomeField.class);
        sorted.putAll(fields);
        fields = Collections.unmodifiableMap(sorted);
        abstained = Collections.unmodifiableSet(new TreeSet<>(abstained));
        findings = List.copyOf(findings);
    }

    public Optional<ParsedField> get(HomeField field) {
        return Optional.ofNullable(fields.get(field));
    }

    public boolean has(HomeField field) {
        return fields.containsKey(field);
    }
}
