package org.vppworkbench.model.event;

import java.time.Instant;

/**
 * An event with its place in the stream.
 *
 * @param sequence from 0, without gaps
 * @param simulatedTime time in the simulated market, never a wall clock
 * @param event what happened
 */
public record LoggedEvent(long sequence, Instant simulatedTime, RunEvent event) {}
