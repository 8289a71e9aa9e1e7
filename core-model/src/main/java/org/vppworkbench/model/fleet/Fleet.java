package org.vppworkbench.model.fleet;

import java.util.List;

/**
 * A named list of homes.
 *
 * @param id stable id, such as {@code la-20}
 * @param name display name
 * @param homes in order
 */
public record Fleet(String id, String name, List<Home> homes) {
    public Fleet {
        homes = List.copyOf(homes);
    }
}
