package org.vppworkbench.app.ui.session;

import org.vppworkbench.model.scenario.Finding;

/**
 * A short message to the user.
 *
 * @param severity how bad
 * @param title a few words
 * @param text what, which value, what may help
 */
public record Notice(Finding.Severity severity, String title, String text) {}
