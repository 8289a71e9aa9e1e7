/** What the user can do, once: menu, toolbar, shortcuts and tooltips are made from the same list. */
@NullMarked
package org.vppworkbench.app.action;

import org.jspecify.annotations.NullMarked;
