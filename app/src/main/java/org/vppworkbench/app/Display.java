package org.vppworkbench.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** Whether a window can be opened. JavaFX itself only finds out by failing. */
@SuppressWarnings("restricted") // two C libraries are asked; the launchers enable native access
final class Display {
    private Display() {}

    /** Why no window can be opened, or empty where one can. */
    static Optional<String> problem() {
        if (Boolean.getBoolean("java.awt.headless")) {
            return Optional.of("java.awt.headless is set");
        }
        if (!System.getProperty("os.name", "").startsWith("Linux")) {
            return Optional.empty();
        }
        if (!isSet("DISPLAY") && !isSet("WAYLAND_DISPLAY")) {
            return Optional.of("neither DISPLAY nor WAYLAND_DISPLAY is set");
        }
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup("libgtk-3.so.0", arena);
            return opens(SymbolLookup.libraryLookup("libX11.so.6", arena));
        } catch (IllegalArgumentException e) {
            return Optional.of("GTK 3 is not installed (on Debian: libgtk-3-0 and libxtst6)");
        }
    }

    /** JavaFX draws through X11, on Wayland too. */
    private static Optional<String> opens(SymbolLookup x11) {
        Linker linker = Linker.nativeLinker();
        MethodHandle open =
                linker.downcallHandle(
                        x11.findOrThrow("XOpenDisplay"),
                        FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        MethodHandle close =
                linker.downcallHandle(
                        x11.findOrThrow("XCloseDisplay"),
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        try {
            MemorySegment display = (MemorySegment) open.invokeExact(MemorySegment.NULL);
            if (display.equals(MemorySegment.NULL)) {
                return Optional.of("no X server answers at DISPLAY=" + System.getenv("DISPLAY"));
            }
            int _ = (int) close.invokeExact(display);
            return Optional.empty();
        } catch (Throwable e) {
            throw new IllegalStateException("calling X11", e);
        }
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }
}
