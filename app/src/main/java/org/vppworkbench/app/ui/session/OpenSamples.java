package org.vppworkbench.app.ui.session;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.vppworkbench.app.experiment.DataFolder;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.scenario.CallSettings;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.Scenario;

/** The samples loaded so far, and what choosing one does to the document. */
final class OpenSamples {
    /** The day of the default sample that shows most. */
    private static final LocalDate FIRST_SHOWN = LocalDate.of(2023, 8, 16);

    /**
     * A sample as it opens.
     *
     * @param data its series
     * @param fleet the fleet it opens with
     * @param requirement what the aggregator of that fleet wants
     */
    record Sample(DataSet data, Fleet fleet, Requirement requirement) {}

    private final Laboratory laboratory;
    private final Map<String, Sample> loaded = new HashMap<>();

    /** Folders of the user's own data, by the name a scenario has for them. */
    private final Map<String, DataFolder> own = new TreeMap<>();

    OpenSamples(Laboratory laboratory) {
        this.laboratory = laboratory;
    }

    /**
     * Reads a sample; may be called off the JavaFX thread.
     *
     * @throws RefusedException where it cannot be loaded
     */
    Sample read(String id) {
        return new Sample(usable(laboratory.data(id)), usable(laboratory.defaultFleet(id)), laboratory.defaultRequirement(id));
    }

    Sample add(Sample sample) {
        loaded.put(sample.data().id(), sample);
        return sample;
    }

    /** Takes a folder of own data; fleet and requirement stay those of the document as long as they are a sample's. */
    Sample add(DataFolder folder, Document document) {
        own.put(folder.reference(), folder);
        Sample now = Objects.requireNonNull(loaded.get(document.scenario().sample()), document.scenario().sample());
        DataSet data = folder.data();
        DataSet named = new DataSet(folder.reference(), data.title(), data.horizon(), data.prices(), data.retail(), data.loadKw(),
                data.pvYield(), data.drivers(), data.provenance());
        return add(new Sample(named, now.fleet(), now.requirement()));
    }

    /** The sample of an id, where it was opened before. */
    Optional<Sample> known(String id) {
        return Optional.ofNullable(loaded.get(id));
    }

    /** Names of the folders of own data that were opened. */
    List<String> own() {
        return List.copyOf(own.keySet());
    }

    /** SHA-256 by name of the files of a folder of own data; empty for a sample. */
    Map<String, String> hashes(String id) {
        DataFolder folder = own.get(id);
        return folder == null ? Map.of() : folder.sha256();
    }

    DataSet data(String id) {
        return Objects.requireNonNull(loaded.get(id), id).data();
    }

    /** Whether a fleet is one that a sample opened with. */
    boolean isShipped(Fleet fleet) {
        return loaded.values().stream().anyMatch(sample -> sample.fleet().equals(fleet));
    }

    /** The day a sample opens at. */
    static LocalDate firstDay(DataSet data) {
        LocalDate first = data.horizon().firstDay();
        boolean shown = !FIRST_SHOWN.isBefore(first) && FIRST_SHOWN.isBefore(first.plusDays(data.horizon().days()));
        return shown ? FIRST_SHOWN : first;
    }

    /**
     * The document on another sample. Days become days of it, listed calls go; fleet and requirement are replaced only
     * where they are those the old sample opened with.
     */
    Document switched(Document document, Sample next) {
        Scenario s = document.scenario();
        Sample old = Objects.requireNonNull(loaded.get(s.sample()), s.sample());
        boolean ownFleet = !document.fleet().equals(old.fleet());
        Fleet fleet = ownFleet ? document.fleet() : next.fleet();
        boolean ownRequirement = ownFleet || !s.requirement().equals(old.requirement());
        LocalDate first = firstDay(next.data());
        int left = (int) (next.data().horizon().days() - (first.toEpochDay() - next.data().horizon().firstDay().toEpochDay()));
        MarketSettings market = s.market();
        CallSettings calls = market.calls().listed().isEmpty() ? market.calls() : CallSettings.NONE;
        return new Document(
                ScenarioEdits.sample(
                        s,
                        next.data().id(),
                        first,
                        Math.min(s.days(), left),
                        ownFleet ? s.fleetReference() : fleet.id(),
                        ownRequirement ? s.requirement() : next.requirement(),
                        new MarketSettings(market.timeline(), market.rules(), market.forecast(), calls, market.dayPermutation())),
                fleet);
    }

    private static <T> T usable(Reading<T> reading) {
        T value = reading.value();
        if (value == null) {
            throw new RefusedException(reading.findings());
        }
        return value;
    }
}
