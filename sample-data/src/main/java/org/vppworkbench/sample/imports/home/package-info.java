/** Importers of what homes do: PV yield (PVWatts), charging sessions (ACN-Data), measured buildings (CityLearn). */
@NullMarked
package org.vppworkbench.sample.imports.home;

import org.jspecify.annotations.NullMarked;
