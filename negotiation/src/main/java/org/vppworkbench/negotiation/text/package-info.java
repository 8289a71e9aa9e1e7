/**
 * Describing a home in words: a deterministic parser with a gazetteer of products, the same through a language model, and
 * the way from the fields to a valid home with every default marked. No input or output but class-path resources.
 */
@NullMarked
package org.vppworkbench.negotiation.text;

import org.jspecify.annotations.NullMarked;
