package org.vppworkbench.app.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.sample.DataSets;
import org.vppworkbench.sample.SampleLibrary;
import org.vppworkbench.sample.folder.OpenedFolder;
import org.vppworkbench.sample.folder.SeriesFolderReader;

/**
 * A folder of imported series ({@code vpp-data/1}) as data of a run.
 *
 * @param data all whole days for which it has energy prices
 * @param findings what was worth telling when it was read
 * @param sha256 SHA-256 of its files, by {@code ID/FILE}
 */
public record DataFolder(DataSet data, List<Finding> findings, Map<String, String> sha256) {
    public DataFolder {
        findings = List.copyOf(findings);
        sha256 = Map.copyOf(sha256);
    }

    /** Opens a folder; whatever is wrong is a finding, and then nothing is loaded. */
    public static Reading<DataFolder> open(Path folder) {
        Reading<OpenedFolder> reading = SeriesFolderReader.open(folder);
        List<Finding> findings = new ArrayList<>(reading.findings());
        OpenedFolder opened = reading.value();
        if (opened == null) {
            return new Reading<>(null, findings);
        }
        Reading<DataSet> made = DataSets.of(opened.series());
        findings.addAll(made.findings());
        DataSet data = made.value();
        if (data == null) {
            return new Reading<>(null, findings);
        }
        Map<String, String> hashes = new TreeMap<>();
        opened.sha256().forEach((name, hash) -> hashes.put(data.id() + "/" + name, hash));
        return new Reading<>(new DataFolder(data, findings, hashes), findings);
    }

    /** The name a scenario has for these data: their id, and never one that means a sample. */
    public String reference() {
        return SampleLibrary.isSample(data.id()) ? "./" + data.id() : data.id();
    }
}
