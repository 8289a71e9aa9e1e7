package org.vppworkbench.model.cooperative;

import org.jspecify.annotations.Nullable;

/**
 * @param value φ, the mean marginal contribution of the player [$]
 * @param standardError its standard error [$]; 0 where φ is exact, {@code null} where it is not defined
 * @param reason why the standard error is not defined; empty where it is
 */
public record ShapleyShare(double value, @Nullable Double standardError, String reason) {}
