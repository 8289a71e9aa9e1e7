/** Who decides in a run: language models, programs of the user, and what owners say meanwhile. */
@NullMarked
package org.vppworkbench.app.ui.agents;

import org.jspecify.annotations.NullMarked;
