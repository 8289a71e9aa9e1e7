package org.vppworkbench.sample.imports.market;

/** Licences as far as the publishers state them. */
final class Terms {
    static final String CAISO = "CAISO site terms, no open licence stated";
    static final String EIA = "U.S. EIA, public domain; collected from the California ISO";
    static final String NOT_STATED = "not stated";

    private Terms() {}
}
