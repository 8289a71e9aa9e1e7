/**
 * Clients of the services that publish prices and solar yields: CAISO OASIS, Grid Status, PVWatts. A client returns the
 * bytes of the service with their provenance; what they mean is the business of the importers. The only package that
 * opens network connections.
 */
@NullMarked
package org.vppworkbench.app.io.download;

import org.jspecify.annotations.NullMarked;
