package org.vppworkbench.app.figure.catalogue;

import org.vppworkbench.app.figure.Figure;

/** A figure, or why there is none. */
public sealed interface Drawing {
    /** It was drawn. */
    record Drawn(Figure figure) implements Drawing {}

    /** It cannot be drawn; nothing blank stands for it. */
    record Impossible(String reason) implements Drawing {}

    /** Shorthand. */
    static Drawing of(Figure figure) {
        return new Drawn(figure);
    }

    /** Shorthand. */
    static Drawing impossible(String reason) {
        return new Impossible(reason);
    }
}
