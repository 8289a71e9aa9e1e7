package org.vppworkbench.app.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.model.scenario.Finding;

class UserFoldersTest {
    private static final String HOME = "/home/ada";

    private static UserFolders on(String system, Map<String, String> environment) {
        return UserFolders.of(system, environment::get, HOME, null);
    }

    @Test
    void linuxFollowsTheXdgSpecification() {
        UserFolders plain = on("Linux", Map.of());
        assertEquals(Path.of("/home/ada/.config/vpp-workbench"), plain.settings());
        assertEquals(Path.of("/home/ada/.local/state/vpp-workbench"), plain.state());

        UserFolders set = on("Linux", Map.of("XDG_CONFIG_HOME", "/etc/ada", "XDG_STATE_HOME", "/var/ada"));
        assertEquals(Path.of("/etc/ada/vpp-workbench"), set.settings());
        assertEquals(Path.of("/var/ada/vpp-workbench"), set.state());
    }

    @Test
    void relativeAndEmptyValuesAreIgnored() {
        UserFolders plain = on("Linux", Map.of());
        assertEquals(plain, on("Linux", Map.of("XDG_CONFIG_HOME", "conf", "XDG_STATE_HOME", "")));
        assertEquals(plain, on("Linux", Map.of("XDG_CONFIG_HOME", "\0")));
        assertEquals(plain, UserFolders.of("Linux", name -> null, HOME, " "));
    }

    @Test
    void windowsAndMacHaveTheirOwnPlaces() {
        UserFolders windows = on("Windows 11", Map.of("APPDATA", "/r", "LOCALAPPDATA", "/l"));
        assertEquals(Path.of("/r/VPP Workbench"), windows.settings());
        assertEquals(Path.of("/l/VPP Workbench"), windows.state());
        assertEquals(Path.of("/home/ada/AppData/Local/VPP Workbench"), on("Windows 10", Map.of()).state());
        assertEquals(Path.of("/home/ada/Library/Application Support/VPP Workbench"), on("Mac OS X", Map.of()).state());
    }

    @Test
    void thePropertyPutsBothIntoOneFolder() {
        UserFolders own = UserFolders.of("Linux", Map.of("XDG_CONFIG_HOME", "/etc/ada")::get, HOME, "/media/stick");
        assertEquals(Path.of("/media/stick/settings"), own.settings());
        assertEquals(Path.of("/media/stick/state"), own.state());
    }

    @Test
    void noTestTouchesTheHomeOfWhoBuilds() {
        Path real = Path.of(System.getProperty("user.home"));
        UserFolders here = UserFolders.ofTheProcess();
        assertFalse(here.settings().startsWith(real.resolve(".config")), here.toString());
        assertTrue(here.state().toString().contains("target"), here.toString());
    }

    @Test
    void whatIsWrittenIsReadBackAndReplacedWhole(@TempDir Path home) throws IOException {
        List<Finding> told = new ArrayList<>();
        UserFiles files = new UserFiles(UserFolders.in(home), told::add);
        Path file = files.folders().state().resolve("recent.json");

        assertEquals(Optional.empty(), files.read(file));
        assertTrue(files.write(file, "one"));
        assertTrue(files.write(file, "two"));
        assertEquals(Optional.of("two"), files.read(file));
        try (Stream<Path> beside = Files.list(file.getParent())) {
            assertEquals(List.of(file), beside.toList(), "no unfinished file stays");
        }
        files.remove(file);
        assertEquals(Optional.empty(), files.read(file));
        assertEquals(List.of(), told);
    }

    @Test
    void aHomeThatCannotBeWrittenIsToldOnce(@TempDir Path folder) throws IOException {
        // a file where the folder should be: no rights of any user make it one
        Path home = Files.writeString(folder.resolve("home"), "");
        List<Finding> told = new ArrayList<>();
        UserFiles files = new UserFiles(UserFolders.in(home), told::add);

        assertFalse(files.write(files.folders().state().resolve("recent.json"), "one"));
        assertFalse(files.write(files.folders().settings().resolve("preferences.json"), "two"));

        assertEquals(1, told.size());
        assertEquals(Finding.Severity.WARNING, told.getFirst().severity());
        assertTrue(told.getFirst().oneLine().contains("not kept"), told.getFirst().oneLine());
    }
}
