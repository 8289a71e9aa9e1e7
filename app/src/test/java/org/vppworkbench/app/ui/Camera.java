package org.vppworkbench.app.ui;

import java.awt.image.BufferedImage;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;
import org.vppworkbench.app.figure.FigureExporter;
import org.vppworkbench.app.ui.shell.WorkbenchWindow;

/** Takes pictures of a window, into the folder that {@code vpp.screenshots} names. */
final class Camera {
    private static final int WIDTH = Integer.getInteger("vpp.screenshots.width", 1280);
    private static final int HEIGHT = Integer.getInteger("vpp.screenshots.height", 800);

    private final Stage stage;
    private final Path folder;

    Camera(Stage stage) throws Exception {
        this.stage = stage;
        folder = Path.of(System.getProperty("vpp.screenshots"));
        Files.createDirectories(folder);
    }

    /** Brings the window to the size and theme asked for. */
    static void prepare(Stage stage, WorkbenchWindow window) {
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        if (Boolean.getBoolean("vpp.screenshots.dark")) {
            window.switchTheme();
        }
    }

    boolean took(String name) {
        return Files.exists(folder.resolve(name + ".png"));
    }

    /** The whole window. */
    void take(String name) throws Exception {
        take(stage, name);
    }

    /** The window that was opened last. */
    void takeLast(String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        take(Window.getWindows().getLast(), name);
    }

    void take(Window window, String name) throws Exception {
        for (int pulse = 0; pulse < 4; pulse++) {
            WaitForAsyncUtils.waitForFxEvents();
        }
        WritableImage image = WaitForAsyncUtils.asyncFx(() -> window.getScene().snapshot(null)).get();
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".png"))) {
            FigureExporter.writePng(copy, out);
        }
    }
}
