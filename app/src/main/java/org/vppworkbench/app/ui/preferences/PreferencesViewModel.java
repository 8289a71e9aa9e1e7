package org.vppworkbench.app.ui.preferences;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vppworkbench.app.io.Preferences;

/** The preferences that hold. Every change is handed on to be kept. */
public final class PreferencesViewModel {
    private final ReadOnlyObjectWrapper<Preferences> current;
    private final Consumer<Preferences> keep;

    /**
     * @param first those that were read
     * @param keep writes them, or not
     */
    public PreferencesViewModel(Preferences first, Consumer<Preferences> keep) {
        this.current = new ReadOnlyObjectWrapper<>(this, "current", first);
        this.keep = keep;
    }

    public ReadOnlyObjectProperty<Preferences> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public Preferences current() {
        return current.get();
    }

    /** Changes something; what stays the same is not written again. */
    public void change(UnaryOperator<Preferences> edit) {
        Preferences next = edit.apply(current.get());
        if (!next.equals(current.get())) {
            current.set(next);
            keep.accept(next);
        }
    }

    /** Back to the defaults; the place of the window and the tour stay as they are. */
    public void reset() {
        change(now -> new Preferences(
                Preferences.DEFAULT.theme(), Preferences.DEFAULT.fontScale(), Preferences.DEFAULT.turnsPerSecond(),
                Preferences.DEFAULT.optimaByItself(), Preferences.DEFAULT.keptRuns(), now.place(), now.tourSeen()));
    }
}
