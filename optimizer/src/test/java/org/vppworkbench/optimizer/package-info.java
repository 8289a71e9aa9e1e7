/** Tests of the central optimum. */
package org.vppworkbench.optimizer;
