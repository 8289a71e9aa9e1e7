package org.vppworkbench.app.ui.session;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.OwnData;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.CallSettings;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.SatisfactionSettings;
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
    private final Map<Key, DataSet> own = new HashMap<>();

    /** Which data a document is on. */
    private record Key(String sample, @Nullable OwnData own) {
        static Key of(Document document) {
            return new Key(document.scenario().sample(), document.own());
        }
    }

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

    /** The data of a document that was opened here. */
    DataSet data(Document document) {
        DataSet brought = own.get(Key.of(document));
        String sample = document.scenario().sample();
        return brought == null ? Objects.requireNonNull(loaded.get(sample), sample).data() : brought;
    }

    /** Whether a sample was loaded. */
    boolean knows(String id) {
        return loaded.containsKey(id);
    }

    /** Remembers the data of a document that was read from files. */
    void keep(Document document, DataSet data) {
        own.put(Key.of(document), data);
    }

    /** SHA-256 by name of the user's own data behind a result. */
    Map<String, String> behind(ExperimentResult result) {
        String sample = result.scenario().scenario().sample();
        Map<String, String> hashes = new TreeMap<>();
        own.forEach((key, data) -> {
            OwnData source = key.own();
            if (source != null && key.sample().equals(sample) && result.scenario().provenance().containsAll(data.provenance())) {
                hashes.putAll(source.sha256());
            }
        });
        return hashes;
    }

    /** What a sample opens with. */
    Document opening(Sample sample, String mechanism) {
        Scenario scenario = new Scenario(
                sample.data().id(), firstDay(sample.data()), 1, sample.fleet().id(), sample.requirement(), 0.25, mechanism,
                AgentSettings.DEFAULT, SatisfactionSettings.DEFAULT, 1, 1);
        return new Document(scenario, sample.fleet());
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
        Sample old = loaded.get(s.sample());
        boolean ownFleet = old == null || !document.fleet().equals(old.fleet());
        Fleet fleet = ownFleet ? document.fleet() : next.fleet();
        boolean ownRequirement = old == null || ownFleet || !s.requirement().equals(old.requirement());
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
