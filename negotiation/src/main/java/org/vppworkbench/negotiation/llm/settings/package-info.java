/** What a user sets of the gateway, checked before anything is sent. */
@NullMarked
package org.vppworkbench.negotiation.llm.settings;

import org.jspecify.annotations.NullMarked;
