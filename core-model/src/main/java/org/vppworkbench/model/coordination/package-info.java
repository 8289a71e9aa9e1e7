/** What a coordinator and the homes of a fleet say to each other when they agree on prices before they trade. */
@NullMarked
package org.vppworkbench.model.coordination;

import org.jspecify.annotations.NullMarked;
