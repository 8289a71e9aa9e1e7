package org.vppworkbench.model.simulation;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Named child streams of one master seed: adding an agent does not shift the numbers of the others.
 */
public record RandomStreams(long seed) {
    /** A stream that depends only on the master seed and the name (64-bit FNV-1a of the name, mixed by the generator). */
    public RandomGenerator named(String name) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return new SplittableRandom(seed * 0x9e3779b97f4a7c15L + hash);
    }
}
