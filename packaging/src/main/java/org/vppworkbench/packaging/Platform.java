package org.vppworkbench.packaging;

import java.nio.file.Path;
import java.util.Locale;

/** The system on which the image is made, and for which: jpackage makes no image for another one. */
enum Platform {
    LINUX("vpp-workbench", "icon-512.png", "deb"),
    WINDOWS("VPP Workbench", "icon.ico", "msi"),
    MACOS("VPP Workbench", "icon.icns", "dmg");

    private final String applicationName;
    private final String icon;
    private final String installer;

    Platform(String applicationName, String icon, String installer) {
        this.applicationName = applicationName;
        this.icon = icon;
        this.installer = installer;
    }

    static Platform current() {
        return of(System.getProperty("os.name", ""));
    }

    /** The platform that a value of the system property {@code os.name} stands for. */
    static Platform of(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return WINDOWS;
        }
        return name.startsWith("mac") ? MACOS : LINUX;
    }

    /** The name of the image and of the launcher of the window. */
    String applicationName() {
        return applicationName;
    }

    /** The file of {@link IconFiles} that jpackage takes here. */
    String icon() {
        return icon;
    }

    /** The type of installer that jpackage is asked for. */
    String installer() {
        return installer;
    }

    /**
     * The version as jpackage takes it: numbers alone, and on macOS the first of them at least 1.
     *
     * @param version a Maven version such as 0.1.0-SNAPSHOT
     */
    String version(String version) {
        String numbers = version.replaceFirst("-.*$", "");
        return this == MACOS && numbers.startsWith("0.") ? "1" + numbers.substring(1) : numbers;
    }

    /** The folders inside an image. */
    ImageLayout layout(Path images) {
        return switch (this) {
            case LINUX -> ImageLayout.linux(images.resolve(applicationName));
            case WINDOWS -> ImageLayout.windows(images.resolve(applicationName));
            case MACOS -> ImageLayout.macos(images.resolve(applicationName + ".app"));
        };
    }
}
