/** What a user chose, its validation, and its resolution into run inputs. */
@NullMarked
package org.vppworkbench.model.scenario;

import org.jspecify.annotations.NullMarked;
