/** Help without a network: the pages of {@code docs/}, a glossary, and the tour of the first run. */
@NullMarked
package org.vppworkbench.app.ui.help;

import org.jspecify.annotations.NullMarked;
