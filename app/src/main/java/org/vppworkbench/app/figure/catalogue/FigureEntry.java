package org.vppworkbench.app.figure.catalogue;

import java.util.function.Function;

/**
 * A figure that can be asked for.
 *
 * @param name on the command line and of the files
 * @param shows what it shows, in a sentence
 * @param needs what it needs of a run, in words
 * @param maker draws it afresh
 */
public record FigureEntry(String name, String shows, String needs, Function<FigureSource, Drawing> maker) {
    /** The figure of a run, or why there is none. */
    public Drawing draw(FigureSource source) {
        return maker.apply(source);
    }
}
