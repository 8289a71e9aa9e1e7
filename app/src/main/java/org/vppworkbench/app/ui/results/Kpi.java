package org.vppworkbench.app.ui.results;

/**
 * One headline number.
 *
 * @param title what it is
 * @param value the number as text
 * @param unit unit, or empty
 * @param note one line under it
 * @param key of its definition
 * @param good whether it deserves a calm colour; otherwise it warns
 */
public record Kpi(String title, String value, String unit, String note, String key, boolean good) {}
