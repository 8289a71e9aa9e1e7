/** Programs of the user as processes of their own, and the record of what they said. */
@NullMarked
package org.vppworkbench.app.io.external;

import org.jspecify.annotations.NullMarked;
