package org.vppworkbench.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LicencesTest {
    private static final String LIST = """

            Lists of 2 third-party dependencies.
                 (Apache-2.0) Gson (com.google.code.gson:gson:2.15.0 - https://github.com/google/gson)
                 (GPLv2+CE) javafx-base (org.openjfx:javafx-base:26.0.1 - https://openjdk.org/base/)
            """;

    @Test
    void aJarIsKnownByArtifactAndVersion() {
        assertEquals(
                List.of("gson-2.14.0.jar", "gson-extras-2.15.0.jar", "other-1.0.jar"),
                Licences.unlisted(
                        List.of(
                                "gson-2.15.0.jar",
                                "gson-2.14.0.jar",
                                "gson-extras-2.15.0.jar",
                                "javafx-base-26.0.1.jar",
                                "javafx-base-26.0.1-linux.jar",
                                "other-1.0.jar"),
                        LIST));
    }

    @Test
    void textsOfLicencesAreFoundByTheirNames() {
        for (String text : List.of("LICENSE", "META-INF/NOTICE.txt", "license/LICENSE.sax.txt", "META-INF/licenses/COPYING")) {
            assertTrue(Licences.isText(text), text);
        }
        for (String other : List.of("org/a/License.java", "org/a/license.txt", "META-INF/License.class", "README.md")) {
            assertFalse(Licences.isText(other), other);
        }
    }

    @Test
    void textsAreCopiedAndTheProgramsOwnJarsLeftOut(@TempDir Path folder) throws IOException {
        Path lib = Files.createDirectory(folder.resolve("lib"));
        jar(lib.resolve("gson-2.15.0.jar"), "META-INF/LICENSE", "text of Gson");
        jar(lib.resolve("app-1.jar"), "META-INF/maven/org.vppworkbench/", "");
        Path list = Files.writeString(folder.resolve("list.txt"), LIST);
        Path out = folder.resolve("licences");

        List<Path> others = Licences.ofOthers(lib);
        Licences.write(others, list, out);

        assertEquals(List.of(lib.resolve("gson-2.15.0.jar")), others);
        assertEquals("text of Gson", Files.readString(out.resolve("gson-2.15.0/LICENSE")));
        assertEquals(LIST, Files.readString(out.resolve(Licences.LIST)));
    }

    @Test
    void aLibraryWithoutALicenceStopsTheBuild(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("unknown-1.jar");
        jar(jar, "a.txt", "a");
        Path list = Files.writeString(folder.resolve("list.txt"), LIST);

        IllegalStateException refused = assertThrows(
                IllegalStateException.class, () -> Licences.write(List.of(jar), list, folder.resolve("out")));

        assertTrue(String.valueOf(refused.getMessage()).contains("unknown-1.jar"), refused.getMessage());
    }

    private static void jar(Path file, String entry, String text) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry(entry));
            jar.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            jar.closeEntry();
        }
    }
}
