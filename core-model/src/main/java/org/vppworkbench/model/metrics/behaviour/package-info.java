/** How agents behave, read from the event stream alone: by the same formulas for rules, models and mechanisms without agents. */
@NullMarked
package org.vppworkbench.model.metrics.behaviour;

import org.jspecify.annotations.NullMarked;
