package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;

/** Programs as agents from the command line; a day of the sample with the examples of the documentation. */
class ExternalAgentCommandTest {
    private static final String HOME = "home-003";

    private static final String JAVA = "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "'";

    @TempDir private Path folder;

    private final VppRuns vpp = new VppRuns();

    private static String example(String name) {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.isDirectory(here.resolve("docs")) ? here : here.resolveSibling("docs").getParent();
        String python = Stream.of("python3", "python")
                .filter(ExternalAgentCommandTest::onThePath)
                .findFirst()
                .orElse("");
        assumeTrue(!python.isEmpty(), "Python is not on this machine; the process itself is tested by ExternalRunTest");
        return python + " \"" + root.resolve("docs/examples").resolve(name) + "\"";
    }

    private static boolean onThePath(String program) {
        try {
            return new ProcessBuilder(program, "--version").redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Messages of one party by who decided, refused replies apart. */
    private static Map<String, Integer> sources(Path bundle, String sender) {
        Map<String, Integer> counts = new TreeMap<>();
        List<LoggedEvent> events = VppRuns.bundle(bundle).events();
        assertTrue(events != null);
        for (var logged : events) {
            if (logged.event() instanceof RunEvent.MessageSent sent && sent.message().envelope().sender().equals(sender)) {
                NegotiationMessage message = sent.message();
                boolean own = message instanceof NegotiationMessage.Proposal
                        || message instanceof NegotiationMessage.CounterOffer
                        || message instanceof NegotiationMessage.Acceptance
                        || message instanceof NegotiationMessage.Refusal;
                String what = message instanceof NegotiationMessage.ProtocolViolation
                        ? "refused"
                        : own ? message.envelope().source().name() : "other";
                counts.merge(what, 1, Integer::sum);
            }
        }
        return counts;
    }

    private Path run(String agent, String command) {
        Path bundle = folder.resolve(agent);
        vpp.works(
                "run", "--no-optimum", "--agent-deadline", "60", "--agent", agent + "=external:" + command, "--out", bundle);
        return bundle;
    }

    @Test
    void theExampleOfAHomePlaysADayAgainstRules() {
        Path bundle = run(HOME, example("agent.py"));

        Map<String, Integer> sources = sources(bundle, HOME);
        assertTrue(sources.getOrDefault(MessageSource.EXTERNAL.name(), 0) > 10, sources.toString());
        assertFalse(sources.containsKey("refused"), sources.toString());
        assertFalse(sources.containsKey(MessageSource.RULE.name()), sources.toString());
        String label = VppRuns.bundle(bundle).manifest().label();
        assertTrue(label.matches("RULE \\+ EXTERNAL [0-9a-f]{12}"), label);
        assertEquals(HOME, VppRuns.scenario(bundle).agents().programs().getFirst().id());

        vpp.works("replay", "--bundle", bundle);
        assertTrue(vpp.out().contains(Bundle.EXTERNAL), vpp.out());
        assertEquals(ExitCode.NOT_REPEATABLE, vpp.run("verify", bundle), vpp.out() + vpp.err());
        assertTrue(vpp.out().contains("identical  " + Bundle.EVENTS), vpp.out());
        assertTrue(vpp.out().contains("not repeatable: "), vpp.out());
        vpp.refused(
                List.of("--agent " + HOME + "=rule"), "run", "--no-optimum", "--scenario", bundle.resolve(Bundle.SCENARIO),
                "--out", folder.resolve("again"));
        vpp.works("utility", "--bundle", bundle, "--opportunity", traded(bundle), "--home", HOME, "--out", folder.resolve("u"));
        assertTrue(vpp.out().contains("prices of deals in steps of "), vpp.out());
        assertTrue(Files.isRegularFile(folder.resolve("u/utility.csv")));
        assertTrue(Files.isRegularFile(folder.resolve("u/utility.png")));
        vpp.refused(
                List.of("was not traded"), "utility", "--bundle", bundle, "--opportunity", "SPIN@9999", "--home", HOME, "--out",
                folder.resolve("none"));
    }

    private static String traded(Path bundle) {
        return VppRuns.bundle(bundle).contracts().stream()
                .filter(settled -> settled.contract().prosumer().equals(HOME))
                .map(settled -> settled.contract().product() + "@" + settled.contract().hour())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theExampleOfAnAggregatorBuysADay() {
        Path bundle = run("aggregator", example("aggregator.py"));

        Map<String, Integer> sources = sources(bundle, "aggregator");
        assertTrue(sources.getOrDefault(MessageSource.EXTERNAL.name(), 0) > 10, sources.toString());
        assertFalse(sources.containsKey("refused"), sources.toString());
        assertFalse(VppRuns.bundle(bundle).contracts().isEmpty(), "it buys something");
        assertTrue(vpp.out().contains(" messages of its own, 0 by rules, 0 refused; besides "), vpp.out());
    }

    /** Of what is said in its name the rules decide some, the engine the rest: calls, awards and ends of talks are nobody's. */
    @Test
    void whatTheEngineSaysIsNotTheRules() {
        Path bundle = folder.resolve("mute-buyer");
        vpp.run("run", "--no-optimum", "--agent", "aggregator=external:" + JAVA + " --version", "--out", bundle);
        Matcher line = Pattern.compile("0 messages of its own, (\\d+) by rules, (\\d+) refused; besides (\\d+) of the engine")
                .matcher(vpp.out());
        assertTrue(line.find(), vpp.out());
        long byRules = 0;
        long all = 0;
        for (LoggedEvent logged : VppRuns.bundle(bundle).events()) {
            if (logged.event() instanceof RunEvent.MessageSent sent && sent.message().envelope().sender().equals("aggregator")) {
                all += sent.message() instanceof NegotiationMessage.ProtocolViolation ? 0 : 1;
                byRules += sent.message() instanceof NegotiationMessage.Acceptance
                        || sent.message() instanceof NegotiationMessage.CounterOffer ? 1 : 0;
            }
        }
        assertTrue(Long.parseLong(line.group(1)) >= byRules && byRules > 0, line.group());
        assertEquals(all, Long.parseLong(line.group(1)) + Long.parseLong(line.group(3)));
    }

    @Test
    void whatCannotBeStartedOrSeatedIsRefusedBeforeTheRun() {
        vpp.refused(
                List.of("no such program"), "run", "--agent", HOME + "=external:no-such-program-here", "--out", folder.resolve("a"));
        vpp.refused(
                List.of("no home of the fleet"), "run", "--agent", "home-999=external:" + JAVA, "--out", folder.resolve("b"));
        vpp.refused(
                List.of("second decision"), "run", "--agent", HOME + "=external:" + JAVA, "--agent", HOME + "=rule", "--out",
                folder.resolve("c"));
        vpp.refused(
                List.of("under this mechanism"), "run", "--mechanism", "vcg", "--agent", HOME + "=external:" + JAVA, "--out",
                folder.resolve("d"));
        vpp.refused(List.of("not closed"), "run", "--agent", HOME + "=external:" + JAVA + " \"x", "--out", folder.resolve("e"));
        vpp.refused(List.of("kind of agent"), "run", "--agent", HOME + "=oracle", "--out", folder.resolve("f"));
        vpp.refused(List.of("who decides"), "run", "--agent", HOME, "--out", folder.resolve("g"));
        assertFalse(Files.exists(folder.resolve("a")));
    }

    /** A program that ends before its first word costs its home its voice; the results are there, and are not taken for its own. */
    @Test
    void aProgramThatNeverSpeaksIsToldAndItsRunIsNoSuccess() {
        Path mute = folder.resolve("mute");
        assertEquals(
                1, vpp.run("run", "--no-optimum", "--agent", HOME + "=external:" + JAVA + " --version", "--out", mute));
        assertTrue(vpp.err().contains("no decision of " + HOME + " was its program's own"), vpp.err());
        assertTrue(VppRuns.bundle(mute).events() != null, "what was done is written all the same");
        assertTrue(vpp.out().contains("program of " + HOME + ": 0 messages of its own"), vpp.out());
        assertTrue(vpp.out().contains("MARK nothing of " + HOME + " was its program's own"), vpp.out());
    }
}
