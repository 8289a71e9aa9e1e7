/** The typed, sealed messages of the negotiation protocol. */
@NullMarked
package org.vppworkbench.model.message;

import org.jspecify.annotations.NullMarked;
