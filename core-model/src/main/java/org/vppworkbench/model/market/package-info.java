/** Products, prices, opportunities, contracts and the coalition problem. */
@NullMarked
package org.vppworkbench.model.market;

import org.jspecify.annotations.NullMarked;
