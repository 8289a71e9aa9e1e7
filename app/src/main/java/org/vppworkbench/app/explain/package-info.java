/** Results in sentences: by rule, or by a language model whose every figure is checked against the metrics table. */
@NullMarked
package org.vppworkbench.app.explain;

import org.jspecify.annotations.NullMarked;
