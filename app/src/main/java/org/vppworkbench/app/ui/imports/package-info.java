/** Brings files of publishers and of the user into a scenario: recognised, looked at, mapped, read, and then used or not at all. */
@NullMarked
package org.vppworkbench.app.ui.imports;

import org.jspecify.annotations.NullMarked;
