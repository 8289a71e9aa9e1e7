package org.vppworkbench.app.ui.project;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes files and folders that are dropped on a window. */
public final class DropTarget {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("dropping");

    private DropTarget() {}

    /** Hands on what is dropped anywhere on a scene. */
    public static void install(Scene scene, Consumer<List<Path>> open) {
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                scene.getRoot().pseudoClassStateChanged(OVER, true);
                event.consume();
            }
        });
        scene.addEventFilter(DragEvent.DRAG_EXITED_TARGET, event -> scene.getRoot().pseudoClassStateChanged(OVER, false));
        scene.setOnDragDropped(event -> {
            scene.getRoot().pseudoClassStateChanged(OVER, false);
            List<Path> files = event.getDragboard().getFiles().stream().map(File::toPath).toList();
            event.setDropCompleted(!files.isEmpty());
            event.consume();
            if (!files.isEmpty()) {
                open.accept(files);
            }
        });
    }
}
