/**
 * Programs of the user as agents: protocol {@code vpp-agent/1}, one JSON object a line. The process itself is behind a port, so
 * nothing here does input or output.
 */
@NullMarked
package org.vppworkbench.negotiation.external;

import org.jspecify.annotations.NullMarked;
