@org.jspecify.annotations.NullMarked
package org.vppworkbench.optimizer.glop;
