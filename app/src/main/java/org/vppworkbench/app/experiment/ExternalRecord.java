package org.vppworkbench.app.experiment;

import org.jspecify.annotations.Nullable;

/**
 * What is left of those who decided from outside in a run.
 *
 * @param lines what programs were told and said, and the moves of persons ({@code vpp-external/1})
 * @param choices how persons came to their moves ({@code vpp-human/1}), or {@code null} where none agreed to a record of it
 */
public record ExternalRecord(String lines, @Nullable String choices) {}
