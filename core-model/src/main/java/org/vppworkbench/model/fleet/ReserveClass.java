package org.vppworkbench.model.fleet;

/**
 * A class of owners by the share of the battery they keep for a blackout; even between the bounds.
 */
public record ReserveClass(
        @Quantity(meaning = "share of battery owners in this class", min = 0, max = 1, source = "U")
        double share,
        @Quantity(meaning = "least share of the battery kept", min = 0, max = 1, source = "U")
        double from,
        @Quantity(meaning = "largest share of the battery kept", min = 0, max = 1, source = "U")
        double to) {}
