package org.vppworkbench.app.io.download;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.vppworkbench.app.io.NewFolder;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.sample.folder.SeriesFolder;
import org.vppworkbench.sample.folder.SeriesFolderWriter;

/**
 * What a download leaves: {@code raw/} with the replies as they came, {@code downloads.json} with what was asked and when, and
 * {@code data/} with the series made of them. The folder appears complete or not at all.
 */
public final class DownloadFolder {
    public static final String FORMAT = "vpp-downloads/1";
    public static final String LIST = "downloads.json";
    public static final String RAW = "raw";
    public static final String DATA = "data";

    private DownloadFolder() {}

    /**
     * Writes the folder.
     *
     * @param cancel asked before the folder gets its name
     * @throws RefusedException where it cannot be written, with nothing left under its name
     * @throws CancellationException where the user cancelled; nothing is left behind
     */
    public static void write(Path target, List<Download> downloads, SeriesFolder series, CancelToken cancel) {
        NewFolder.make(target, cancel, part -> fill(part, downloads, series));
    }

    private static void fill(Path part, List<Download> downloads, SeriesFolder series) throws IOException {
        Path raw = Files.createDirectory(part.resolve(RAW));
        JsonArray list = new JsonArray();
        for (Download download : downloads) {
            Files.write(raw.resolve(download.fileName()), download.bytes());
            list.add(json(download));
        }
        JsonObject all = new JsonObject();
        all.addProperty("format", FORMAT);
        all.add("files", list);
        String text = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(all) + "\n";
        Files.writeString(part.resolve(LIST), text);
        List<Finding> findings = SeriesFolderWriter.write(part.resolve(DATA), series);
        if (findings.stream().anyMatch(Finding::isError)) {
            throw new RefusedException(findings);
        }
    }

    private static JsonObject json(Download download) {
        JsonObject object = new JsonObject();
        object.addProperty("file", RAW + "/" + download.fileName());
        object.addProperty("url", download.url().toString());
        object.addProperty("retrieved", download.retrieved().toString());
        object.addProperty("bytes", download.size());
        object.addProperty("sha256", download.sha256());
        return object;
    }
}
