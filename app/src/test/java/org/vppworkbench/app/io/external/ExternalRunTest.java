package org.vppworkbench.app.io.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.app.experiment.AgentPrograms;
import org.vppworkbench.app.experiment.ExperimentOptions;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.ExperimentRunner;
import org.vppworkbench.app.experiment.LanguageModels;
import org.vppworkbench.app.experiment.MechanismCatalogue;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.app.io.EventsJsonl;
import org.vppworkbench.app.io.ExternalJsonl;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.scenario.ExternalAgent;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.settlement.ProsumerAccount;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.negotiation.external.Exchange;
import org.vppworkbench.negotiation.external.ExternalReplay;

/** Real programs in real runs: the good one decides, a bad one costs its own home at most. */
class ExternalRunTest {
    private static final AgentPrograms PROCESSES = agents -> new ProcessPrograms(Path.of(""));

    private static ResolvedScenario scenario(String home, String manner, double deadline) {
        ResolvedScenario four = SmallRuns.scenario("rule", 3);
        ExternalAgent agent = new ExternalAgent(home, JavaAgent.command(manner), deadline, 20);
        return new ResolvedScenario(
                four.scenario().withAgents(four.scenario().agents().withExternal(List.of(agent))),
                four.fleet(), four.inputs(), four.behaviours(), four.skipped(), four.provenance(), four.forecastReport());
    }

    private static String home() {
        return SmallRuns.scenario("rule", 3).inputs().prosumers().stream()
                .filter(home -> home.bess() != null)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static ExperimentResult run(ResolvedScenario scenario, AgentPrograms programs, CancelToken cancel) {
        return new ExperimentRunner(MechanismCatalogue.standard(), LanguageModels.NONE, programs, SmallRuns.CLOCK)
                .run(scenario, new ExperimentOptions(false, 1e-3), EventSink.NONE, ProgressSink.NONE, cancel);
    }

    private static List<NegotiationMessage> said(ExperimentResult run, String home) {
        return run.events().stream()
                .map(logged -> logged.event())
                .filter(RunEvent.MessageSent.class::isInstance)
                .map(event -> ((RunEvent.MessageSent) event).message())
                .filter(message -> message.envelope().sender().equals(home))
                .toList();
    }

    private static List<NegotiationMessage.ProtocolViolation> violations(ExperimentResult run, String home) {
        return said(run, home).stream()
                .filter(NegotiationMessage.ProtocolViolation.class::isInstance)
                .map(NegotiationMessage.ProtocolViolation.class::cast)
                .toList();
    }

    @Test
    void aGoodProgramDecidesForItsHome() {
        String home = home();
        ExperimentResult run = run(scenario(home, "good", 20), PROCESSES, CancelToken.NEVER);

        assertTrue(run.invariantsHold(), run.invariants().toString());
        assertEquals(List.of(), violations(run, home));
        assertTrue(said(run, home).stream().allMatch(m -> m.envelope().source() == MessageSource.EXTERNAL));
        assertTrue(said(run, home).stream().anyMatch(NegotiationMessage.Proposal.class::isInstance));
        assertTrue(run.record().label().matches("RULE \\+ EXTERNAL [0-9a-f]{12}"), run.record().label());
        assertTrue(external(run).contains("what_if_result"));
        assertEquals(account(run, home).paymentUsd(), told(run, "day", "paymentUsd"));
        assertEquals(account(run, home).billUsd(), told(run, "day", "billUsd"));
        assertEquals(account(run, home).utilityUsd(), told(run, "day", "utilityUsd"));
    }

    private static ProsumerAccount account(ExperimentResult run, String home) {
        List<String> ids = run.scenario().inputs().prosumers().stream().map(prosumer -> prosumer.id()).toList();
        return run.settlement().days().getFirst().prosumers().get(ids.indexOf(home));
    }

    /** A number of the first message of a type that the program was told. */
    private static double told(ExperimentResult run, String type, String field) {
        return read(external(run)).stream()
                .flatMap(exchange -> exchange.sent().stream())
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .filter(message -> message.get("type").getAsString().equals(type))
                .findFirst()
                .orElseThrow()
                .get(field)
                .getAsDouble();
    }

    @ParameterizedTest
    @ValueSource(strings = {"silent", "crashing", "slow", "babbling", "lying", "deaf-flood", "endless-line"})
    void aBadProgramCostsItsOwnHomeAtMost(String manner) {
        String home = home();
        ExperimentResult run = run(scenario(home, manner, 1), PROCESSES, CancelToken.NEVER);

        assertTrue(run.invariantsHold(), run.invariants().toString());
        assertFalse(violations(run, home).isEmpty(), "its faults are on record");
        for (NegotiationMessage message : said(run, home)) {
            if (message instanceof NegotiationMessage.Proposal proposal) {
                assertTrue(proposal.terms().pricePerMwh() >= 0, proposal.toString());
            }
        }
        ResolvedScenario town = run.scenario();
        town.inputs().prosumers().stream().map(other -> other.id()).filter(id -> !id.equals(home)).forEach(other -> {
            assertEquals(List.of(), violations(run, other));
            assertTrue(said(run, other).stream().allMatch(m -> m.envelope().source() == MessageSource.RULE));
        });
    }

    @Test
    void aRunIsPlayedBackWithoutTheProgram() {
        ResolvedScenario scenario = scenario(home(), "crashing", 20);
        ExperimentResult live = run(scenario, PROCESSES, CancelToken.NEVER);
        String text = external(live);
        ExperimentResult replayed = run(scenario, agents -> new ExternalReplay(
                read(text)), CancelToken.NEVER);

        assertEquals(
                live.events().stream().map(EventsJsonl::line).toList(),
                replayed.events().stream().map(EventsJsonl::line).toList());
        assertEquals(text, external(replayed));

        RefusedException miss = assertThrows(RefusedException.class, () -> run(
                scenario, agents -> new ExternalReplay(
                        read(text.replace("\\\"deadlineRound\\\":5", "\\\"deadlineRound\\\":4"))), CancelToken.NEVER));
        assertTrue(miss.findings().getFirst().oneLine().contains("recorded is"), miss.findings().toString());
    }

    private static String external(ExperimentResult run) {
        return Objects.requireNonNull(run.external()).lines();
    }

    private static List<Exchange> read(String text) {
        try {
            return ExternalJsonl.read(
                            new BufferedReader(new StringReader(text)), "external.jsonl")
                    .orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void withoutLeaveNothingIsStarted() {
        RefusedException refused = assertThrows(
                RefusedException.class, () -> run(scenario(home(), "good", 5), AgentPrograms.NONE, CancelToken.NEVER));

        assertTrue(refused.findings().getFirst().oneLine().contains("--agent"), refused.findings().toString());
    }

    @Test
    void cancelDoesNotWaitForTheProgram() {
        long from = System.nanoTime();
        CancelToken soon = () -> System.nanoTime() - from > 3_000_000_000L;

        assertThrows(CancellationException.class, () -> run(scenario(home(), "silent", 600), PROCESSES, soon));
        assertTrue(ProcessHandle.current().children().noneMatch(child -> child.info().commandLine().orElse("").contains("silent")));
    }
}
