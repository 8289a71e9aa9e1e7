package org.vppworkbench.app.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.scenario.Finding;

class PreferencesFileTest {
    private static final Preferences CHOSEN = Preferences.DEFAULT.withTheme(Preferences.Theme.DARK).withFontScale(1.4).withKeptRuns(3)
            .withTurnsPerSecond(12).withOptimaByItself(false).withTourSeen(true)
            .withPlace(new Preferences.Place(-10, 20, 980, 700, true));

    private final List<Finding> told = new ArrayList<>();
    @TempDir private Path home;
    private Path file;
    private PreferencesFile preferences;

    @BeforeEach
    void open() throws IOException {
        UserFolders folders = UserFolders.in(home);
        file = folders.settings().resolve("preferences.json");
        Files.createDirectories(folders.settings());
        preferences = new PreferencesFile(new UserFiles(folders, told::add));
    }

    @Test
    void whatIsWrittenIsRead() {
        assertEquals(Preferences.DEFAULT, preferences.read(told::addAll));
        preferences.write(CHOSEN);

        assertEquals(CHOSEN, preferences.read(told::addAll));
        assertEquals(List.of(), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\u0000\u0001", "{\"theme\":\"DARK\"}", "{\"format\":\"vpp-scenario/1\"}", "{\"format\":[]}"})
    void aCorruptFileGivesTheDefaultsAndIsPutAsideBeforeAnythingIsKept(String text) throws IOException {
        Files.writeString(file, text);

        assertEquals(Preferences.DEFAULT, preferences.read(told::addAll));
        assertEquals(1, told.size());
        assertEquals(text, Files.readString(file), "reading changes nothing");

        preferences.write(CHOSEN);
        preferences.write(CHOSEN.withKeptRuns(4));
        assertEquals(text, Files.readString(file.resolveSibling("preferences-unreadable-1.json")));
        assertFalse(Files.exists(file.resolveSibling("preferences-unreadable-2.json")));
        assertEquals(4, preferences.read(told::addAll).keptRuns());
        assertEquals(1, told.size());
    }

    @Test
    void aFileOfANewerVersionIsLeftAlone() throws IOException {
        String text = "{\"format\":\"vpp-preferences/2\",\"theme\":\"SEPIA\"}";
        Files.writeString(file, text);

        assertEquals(Preferences.DEFAULT, preferences.read(told::addAll));
        preferences.write(CHOSEN);

        assertEquals(text, Files.readString(file));
        assertEquals(1, told.size());
        assertTrue(told.getFirst().message().contains("newer"), told.getFirst().message());
    }

    @Test
    void aWrongValueIsToldAndTheOthersAreTaken() throws IOException {
        Files.writeString(file, "{\"format\":\"vpp-preferences/1\",\"theme\":\"DARK\",\"fontScale\":9,\"keptRuns\":\"many\","
                + "\"turnsPerSecond\":null,\"window\":{\"x\":1},\"tourSeen\":1,\"later\":true}");

        assertEquals(Preferences.DEFAULT.withTheme(Preferences.Theme.DARK), preferences.read(told::addAll));
        assertEquals(5, told.size(), told.toString());
        assertTrue(told.stream().allMatch(f -> f.allowed() != null && f.value() != null));
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldOnce() throws IOException {
        Files.delete(file.getParent());
        // a file where the folder should be: nobody can write below it, not even root
        Files.writeString(file.getParent(), "");

        preferences.read(told::addAll);
        preferences.write(CHOSEN);
        preferences.write(CHOSEN.withKeptRuns(2));
        assertEquals(1, told.size(), told.toString());
    }
}
