/** Makes the self-contained application image and its installer from the program folder, with the tools of the JDK. */
@NullMarked
package org.vppworkbench.packaging;

import org.jspecify.annotations.NullMarked;
