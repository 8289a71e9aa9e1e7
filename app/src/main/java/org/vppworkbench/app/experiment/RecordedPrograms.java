package org.vppworkbench.app.experiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.ExternalJsonl;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.ExternalAgent;
import org.vppworkbench.negotiation.external.ChannelOpener;
import org.vppworkbench.negotiation.external.Exchange;
import org.vppworkbench.negotiation.external.ExternalReplay;

/** Programs of the user and persons that say what they said in the run of a bundle; nothing is started, nobody is asked. */
record RecordedPrograms(Bundle bundle) implements AgentPrograms {
    @Override
    public ChannelOpener opener(AgentSettings settings) {
        return opener(settings.programs());
    }

    @Override
    public @Nullable String choices() {
        return bundle.human();
    }

    @Override
    public ChannelOpener opener(List<ExternalAgent> agents) {
        String place = bundle.folder().resolve(Bundle.EXTERNAL).toString();
        String text = bundle.external();
        if (text == null) {
            throw RefusedException.because(place, "missing: a program of the user, or a person, took part in this run", "the whole bundle");
        }
        try (BufferedReader in = new BufferedReader(new StringReader(text))) {
            List<Exchange> exchanges = RefusedException.unlessUsable(ExternalJsonl.read(in, place));
            return new ExternalReplay(exchanges);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }
}
