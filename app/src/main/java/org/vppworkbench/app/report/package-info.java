/** The report of a run in one file: what was run, on what, with what result, and how far it may be trusted. */
@NullMarked
package org.vppworkbench.app.report;

import org.jspecify.annotations.NullMarked;
