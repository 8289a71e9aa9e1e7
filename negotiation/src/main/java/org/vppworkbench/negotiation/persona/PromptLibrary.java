package org.vppworkbench.negotiation.persona;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vppworkbench.model.message.TextHash;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.LanguageSettings;

/**
 * The prompts, as versioned resources of the class path. A change of wording is a new version, so that the hash in a record
 * says what was really said. Safe for use by several threads.
 */
public final class PromptLibrary {
    /** Folder of the resources, and part of every prompt's id. */
    public static final String VERSION = "v1";

    /** Wordings of the instructions, counted from 1. */
    public static final int PARAPHRASES = 5;

    /** Manners of the agents. */
    public static final List<String> PERSONAS = List.of("neutral", "cautious", "profit-seeking", "community-minded");

    /** What every run with a model may say, besides its wording and persona. */
    private static final List<String> ALWAYS = List.of(
            "prosumer/protocol.txt", "prosumer/reply.json", "prosumer/repair.txt", "prosumer/strategy.txt",
            "prosumer/strategy.json", "aggregator/protocol.txt", "aggregator/reply.json", "single/protocol.txt",
            "single/reply.json");

    private final String folder;
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    public PromptLibrary() {
        this(VERSION);
    }

    /** The prompts of another folder. */
    PromptLibrary(String folder) {
        this.folder = folder;
    }

    /**
     * A prompt's instructions.
     *
     * @param id names and version of the resources
     * @param hash SHA-256 of these resources, placeholders unfilled: the same for every run with the same wording
     * @param text with placeholders filled
     */
    public record Instructions(String id, String hash, String text) {}

    /** An error for a persona or wording that does not exist, and for every prompt that is missing from the installation. */
    public static void check(LanguageSettings settings, Findings out) {
        new PromptLibrary().checkAll(settings, out);
    }

    void checkAll(LanguageSettings settings, Findings out) {
        int errors = out.list().size();
        checkNames(settings, out);
        if (out.list().size() == errors) {
            required(settings).forEach(name -> {
                try {
                    text(name);
                } catch (IllegalStateException missing) {
                    out.error("prompt " + folder + "/" + name, null, "missing from this installation", "install it again");
                }
            });
        }
    }

    private static List<String> required(LanguageSettings settings) {
        List<String> names = new ArrayList<>(ALWAYS);
        names.add("persona/" + settings.persona() + ".txt");
        for (String role : List.of("prosumer", "aggregator", "single")) {
            names.add(role + "/instructions-" + settings.paraphrase() + ".txt");
        }
        String tool = "/tool-" + settings.tool().name().toLowerCase(Locale.ROOT) + ".txt";
        names.add("prosumer" + tool);
        names.add("aggregator" + tool);
        return names;
    }

    private static void checkNames(LanguageSettings settings, Findings out) {
        if (!PERSONAS.contains(settings.persona())) {
            out.error(
                    "scenario, language.persona", settings.persona(), "there is no such persona",
                    String.join(", ", PERSONAS));
        }
        if (settings.paraphrase() < 1 || settings.paraphrase() > PARAPHRASES) {
            out.error(
                    "scenario, language.paraphrase", settings.paraphrase(), "there is no such wording",
                    "1 to " + PARAPHRASES);
        }
    }

    /**
     * Puts resources together, one paragraph each.
     *
     * @param id of the prompt, such as {@code prosumer/plain}
     * @param names of the resources, in order
     * @param others resources that are said elsewhere in the talk: they count for the hash
     * @param filling values of placeholders, by name without braces
     * @throws IllegalStateException where a resource is missing
     */
    public Instructions compose(
            String id, List<String> names, List<String> others, Map<String, String> filling) {
        StringBuilder text = new StringBuilder();
        StringBuilder hashed = new StringBuilder();
        for (String name : names) {
            String part = text(name);
            hash(hashed, name);
            text.append(text.isEmpty() ? "" : "\n\n").append(part.strip());
        }
        others.forEach(name -> hash(hashed, name));
        return new Instructions(id + "/" + folder, TextHash.sha256(hashed.toString()), filled(text.toString(), filling));
    }

    private void hash(StringBuilder hashed, String name) {
        hashed.append(name).append('\0').append(text(name)).append('\0');
    }

    /**
     * The text of a resource.
     *
     * @param name path below the version's folder, such as {@code persona/neutral.txt}
     * @throws IllegalStateException where it is missing
     */
    public String text(String name) {
        return texts.computeIfAbsent(name, this::read);
    }

    /** Replaces placeholders in one pass, so that what is filled in is not read again. */
    public static String filled(String text, Map<String, String> filling) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = text.charAt(at) == '{' ? text.indexOf('}', at) : -1;
            String value = end < 0 ? null : filling.get(text.substring(at + 1, end));
            if (value == null) {
                filled.append(text.charAt(at++));
            } else {
                filled.append(value);
                at = end + 1;
            }
        }
        return filled.toString();
    }

    private String read(String name) {
        String path = folder + "/" + name;
        try (InputStream in = PromptLibrary.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the prompt " + path + " is missing from this installation. Maybe the program was packed without it");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the prompt " + path + " cannot be read", e);
        }
    }
}
