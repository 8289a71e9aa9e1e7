/** Importers of market prices and system forecasts. */
@NullMarked
package org.vppworkbench.sample.imports.market;

import org.jspecify.annotations.NullMarked;
