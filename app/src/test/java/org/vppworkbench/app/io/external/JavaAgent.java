package org.vppworkbench.app.io.external;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program of a user, started as a process of its own by tests: good, or bad in a way its argument names. It knows nothing of
 * the workbench and reads its lines by patterns.
 */
public final class JavaAgent {
    private static final Pattern TURN = Pattern.compile("\"turn\":(\\d+)");
    private static final Pattern TYPE = Pattern.compile("\"type\":\"(\\w+)\"");
    private static final Pattern TOP = Pattern.compile("\"topUsdPerMwh\":([0-9.E-]+)");

    /** What an indiscreet one tells; it looks like a key and is none. */
    public static final String KEY = "AIzaSyA0123456789-abcdefgh_IJKLMNOPQRST";

    private JavaAgent() {}

    /** The command that starts it. */
    public static String command(String manner) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path classes;
        try {
            classes = Path.of(JavaAgent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return "\"" + java + "\" -Xshare:auto -XX:TieredStopAtLevel=1 -cp \"" + classes + "\" " + JavaAgent.class.getName() + " "
                + manner;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String manner = args[0];
        if (manner.equals("silent")) {
            Thread.sleep(600_000);
        }
        if (manner.equals("deaf-flood")) {
            while (true) {
                out.println("{\"flood\":true}");
            }
        }
        if (manner.equals("endless-line")) {
            while (true) {
                out.print("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
            }
        }
        int turns = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String type = found(TYPE, line, "");
            String turn = found(TURN, line, "0");
            if (type.equals("hello")) {
                out.println("{\"type\":\"hello\",\"protocol\":\"vpp-agent/1\",\"name\":\"test " + manner + "\"}");
            } else if (type.equals("bye")) {
                return;
            } else if (line.contains("\"turn\":") && !type.endsWith("_result")) {
                turns++;
                turn(manner, type, turn, line, turns, out);
            } else if (type.equals("what_if_result")) {
                double least = Double.parseDouble(found(Pattern.compile("\"reservationUsdPerMwh\":([0-9.E-]+)"), line, "0"));
                double kw = Double.parseDouble(found(Pattern.compile("\"deliverableKw\":([0-9.E-]+)"), line, "0"));
                out.println(kw < 0.1
                        ? "{\"type\":\"refuse\",\"turn\":" + turn + "}"
                        : "{\"type\":\"propose\",\"turn\":" + turn + ",\"kw\":" + kw + ",\"usdPerMwh\":"
                                + (Math.ceil(Math.max(least, 0) * 100 + 200) / 100) + "}");
            }
        }
    }

    private static void turn(String manner, String type, String turn, String line, int turns, PrintStream out)
            throws InterruptedException {
        switch (manner) {
            case "crashing" -> {
                if (turns > 3) {
                    System.err.println("something went wrong in line 7");
                    System.exit(3);
                }
            }
            case "slow" -> Thread.sleep(3_000);
            case "babbling" -> {
                System.err.println("e".repeat(200_000));
                out.println("I think, therefore I sell.");
                return;
            }
            case "lying" -> {
                out.println("{\"type\":\"propose\",\"turn\":" + turn + ",\"kw\":" + (turns % 2 == 0 ? "900" : "1")
                        + ",\"usdPerMwh\":" + (turns % 3 == 0 ? "-5" : "0.01") + ",\"round\":" + turns % 7 + "}");
                return;
            }
            case "indiscreet" -> {
                out.println("{\"type\":\"refuse\",\"turn\":" + turn + ",\"rationale\":\"my key is " + KEY + "\"}");
                return;
            }
            default -> {
                // good
            }
        }
        switch (type) {
            case "call_for_proposals" -> out.println("{\"type\":\"what_if\",\"turn\":" + turn + "}");
            case "counter_offer", "last_word" -> out.println("{\"type\":\"withdraw\",\"turn\":" + turn + "}");
            case "verdict" -> out.println("{\"type\":\"refuse\",\"turn\":" + turn + ",\"rationale\":\"top "
                    + found(TOP, line, "?") + "\"}");
            default -> out.println("{\"type\":\"stand\",\"turn\":" + turn + "}");
        }
    }

    private static String found(Pattern pattern, String line, String otherwise) {
        Matcher matcher = pattern.matcher(line);
        return matcher.find() ? matcher.group(1) : otherwise;
    }
}
