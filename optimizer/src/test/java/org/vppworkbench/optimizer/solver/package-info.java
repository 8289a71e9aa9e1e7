@org.jspecify.annotations.NullMarked
package org.vppworkbench.optimizer.solver;
