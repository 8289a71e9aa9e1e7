package org.vppworkbench.negotiation.standin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the stand-in saw and did, for tests to look at afterwards. */
public final class Ledger {
    private final List<Asked> requests = new ArrayList<>();
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    private final List<String> misuses = new ArrayList<>();
    private long withKey;
    private int open;
    private int mostOpen;
    private long abandoned;
    private long promptTokens;
    private long cachedTokens;
    private long outputTokens;

    Ledger() {}

    synchronized void arrived(Asked asked) {
        requests.add(asked);
        if (asked.keyPresent()) {
            withKey++;
        }
    }

    synchronized void opened() {
        open++;
        mostOpen = Math.max(mostOpen, open);
    }

    synchronized void closed() {
        open--;
    }

    synchronized void sent(int status) {
        statuses.merge(status, 1L, Long::sum);
    }

    synchronized void injected(Fault fault) {
        faults.merge(fault, 1L, Long::sum);
    }

    synchronized void abandonedByClient() {
        abandoned++;
    }

    synchronized void misused(String words) {
        misuses.add(words);
    }

    synchronized void counted(TokenCount tokens) {
        promptTokens += tokens.prompt();
        cachedTokens += tokens.cached();
        outputTokens += tokens.output() + tokens.thoughts();
    }

    /** Every request that could be read, by number. */
    public synchronized List<Asked> requests() {
        return requests.stream().sorted(Comparator.comparingLong(Asked::number)).toList();
    }

    /** How many requests could be read. */
    public synchronized int count() {
        return requests.size();
    }

    /** How many answers began with this status. */
    public synchronized long answered(int status) {
        return statuses.getOrDefault(status, 0L);
    }

    /** How often a fault was injected. */
    public synchronized long injections(Fault fault) {
        return faults.getOrDefault(fault, 0L);
    }

    /** How many requests bore a key in the header where it belongs. */
    public synchronized long withKey() {
        return withKey;
    }

    /** Most requests that were open at the same time. */
    public synchronized int mostOpen() {
        return mostOpen;
    }

    /** Answers a client did not wait for, as far as writing to it told. */
    public synchronized long abandoned() {
        return abandoned;
    }

    /** Tokens of all prompts that were answered with text. */
    public synchronized long promptTokens() {
        return promptTokens;
    }

    /** Tokens of prompts that began like an earlier one. */
    public synchronized long cachedTokens() {
        return cachedTokens;
    }

    /** Tokens of all replies, thoughts among them. */
    public synchronized long outputTokens() {
        return outputTokens;
    }

    /**
     * What no client should do and no responder either: a key in the address or the body, an unknown path, a body that cannot
     * be read, a responder that failed. Never contains a key.
     */
    public synchronized List<String> misuses() {
        return List.copyOf(misuses);
    }
}
