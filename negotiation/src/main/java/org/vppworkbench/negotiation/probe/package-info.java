/** What a model knows of the data by heart, measured outside any run. */
@NullMarked
package org.vppworkbench.negotiation.probe;

import org.jspecify.annotations.NullMarked;
