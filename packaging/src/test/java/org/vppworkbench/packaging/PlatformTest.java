package org.vppworkbench.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {
    @Test
    void namesOfSystemsAreTold() {
        assertEquals(Platform.LINUX, Platform.of("Linux"));
        assertEquals(Platform.WINDOWS, Platform.of("Windows 11"));
        assertEquals(Platform.MACOS, Platform.of("Mac OS X"));
    }

    @Test
    void versionsAreNumbersAloneAndStartAtOneOnMacOs() {
        assertEquals("0.1.0", Platform.LINUX.version("0.1.0-SNAPSHOT"));
        assertEquals("0.1.0", Platform.WINDOWS.version("0.1.0"));
        assertEquals("1.1.0", Platform.MACOS.version("0.1.0-SNAPSHOT"));
        assertEquals("2.1.0", Platform.MACOS.version("2.1.0"));
    }

    @Test
    void modulesOfTheJdkAreReadFromTheSummary() {
        String summary = """
                Warning: split package: javax.xml jrt:/java.xml lib/xml-apis.jar
                app.jar -> lib/gson.jar
                app.jar -> java.base
                app.jar -> java.net.http
                gson.jar -> java.base
                gson.jar -> not found
                negotiation.jar -> jdk.httpserver
                """;

        assertEquals(Set.of("java.base", "java.net.http", "jdk.httpserver"), RuntimeModules.named(summary));
    }

    @Test
    void theClassPathOfTheTrainingIsThatOfTheLauncherInItsOrder(@TempDir Path folder) throws IOException {
        Path settings = Files.writeString(folder.resolve("a.cfg"), """
                [Application]
                app.classpath=$APPDIR/z.jar
                app.mainclass=org.vppworkbench.app.Launcher
                app.classpath=$APPDIR/a.jar

                [JavaOptions]
                java-options=-XX:AOTCache=$APPDIR/vpp.aot
                """);

        assertEquals(List.of("z.jar", "a.jar"), StartCache.jars(settings));
    }
}
