package org.vppworkbench.model.inputs;

/**
 * A home as it expects its days to be: its devices and preferences as they are, its load, roof and prices as forecast. Its
 * own plan and its what-if tool are made from this and never from {@link ProsumerInputs} that came true: the two types keep
 * the information sets apart.
 *
 * @param expected the home with forecasts in place of what will happen
 */
public record HomeOutlook(ProsumerInputs expected) {
    /** A home that knows its days in advance. */
    public static HomeOutlook perfect(ProsumerInputs home) {
        return new HomeOutlook(home);
    }

    public String id() {
        return expected.id();
    }
}
