@NullMarked
package org.vppworkbench.negotiation.coordination;

import org.jspecify.annotations.NullMarked;
