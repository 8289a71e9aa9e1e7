package org.vppworkbench.app.ui.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Undo and redo: stacks of immutable documents. */
public final class DocumentHistory {
    private record Step(String what, Document document) {}

    private static final int DEPTH = 200;

    private final Deque<Step> undo = new ArrayDeque<>();
    private final Deque<Step> redo = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Document> current;
    private final ReadOnlyBooleanWrapper nothingToUndo = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper nothingToRedo = new ReadOnlyBooleanWrapper(true);

    public DocumentHistory(Document first) {
        this.current = new ReadOnlyObjectWrapper<>(this, "document", first);
    }

    public ReadOnlyObjectProperty<Document> documentProperty() {
        return current.getReadOnlyProperty();
    }

    public Document document() {
        return current.get();
    }

    public ReadOnlyBooleanProperty nothingToUndoProperty() {
        return nothingToUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty nothingToRedoProperty() {
        return nothingToRedo.getReadOnlyProperty();
    }

    /**
     * Makes an edit that can be undone; an edit that changes nothing is none.
     *
     * @param what in plain words, such as {@code battery of home-003}
     */
    public void edit(String what, Document next) {
        if (next.equals(document())) {
            return;
        }
        undo.push(new Step(what, document()));
        if (undo.size() > DEPTH) {
            undo.removeLast();
        }
        redo.clear();
        show(next);
    }

    /** Takes the last edit back. Returns what was taken back, or an empty text. */
    public String undo() {
        return move(undo, redo);
    }

    /** Makes the last edit taken back again. Returns what was made, or an empty text. */
    public String redo() {
        return move(redo, undo);
    }

    /** Begins anew with a document: nothing to undo, nothing to redo. */
    void restart(Document first) {
        undo.clear();
        redo.clear();
        show(first);
    }

    /**
     * The edits that led from a document to the present one, in plain words, newest first.
     *
     * @param from such as the document as it was saved; {@code null} for all that can be undone
     */
    public List<String> editsSince(@Nullable Document from) {
        List<String> edits = new ArrayList<>();
        for (Step step : undo) {
            edits.add(step.what());
            if (step.document().equals(from)) {
                break;
            }
        }
        return edits;
    }

    private String move(Deque<Step> from, Deque<Step> to) {
        Step step = from.poll();
        if (step == null) {
            return "";
        }
        to.push(new Step(step.what(), document()));
        show(step.document());
        return step.what();
    }

    private void show(Document next) {
        nothingToUndo.set(undo.isEmpty());
        nothingToRedo.set(redo.isEmpty());
        current.set(next);
    }
}
