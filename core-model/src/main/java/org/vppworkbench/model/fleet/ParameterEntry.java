package org.vppworkbench.model.fleet;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/**
 * One number among the parameters of a fleet.
 *
 * @param path where it stands, as in the file: {@code batteries.products[0].powerKw}
 * @param value its value
 * @param quantity what it means
 */
public record ParameterEntry(String path, double value, Quantity quantity) {
    /** All numbers of a record of parameters, in the order of the file. */
    public static List<ParameterEntry> of(Record parameters) {
        List<ParameterEntry> all = new ArrayList<>();
        collect(parameters, "", all);
        return all;
    }

    private static void collect(Record owner, String path, List<ParameterEntry> all) {
        for (RecordComponent component : owner.getClass().getRecordComponents()) {
            String name = path + component.getName();
            Object value = value(owner, component);
            Quantity quantity = component.getAnnotation(Quantity.class);
            switch (value) {
                case Number number when quantity != null ->
                    all.add(new ParameterEntry(name, number.doubleValue(), quantity));
                case Record group -> collect(group, name + ".", all);
                case List<?> list -> {
                    for (int i = 0; i < list.size(); i++) {
                        collect((Record) list.get(i), name + "[" + i + "].", all);
                    }
                }
                default -> {
                    // a name or the seed
                }
            }
        }
    }

    private static Object value(Record owner, RecordComponent component) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(owner.getClass() + "." + component.getName(), e);
        }
    }
}
