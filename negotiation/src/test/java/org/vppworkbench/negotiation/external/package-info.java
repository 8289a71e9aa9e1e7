@NullMarked
package org.vppworkbench.negotiation.external;

import org.jspecify.annotations.NullMarked;
