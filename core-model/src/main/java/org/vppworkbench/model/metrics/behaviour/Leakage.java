package org.vppworkbench.model.metrics.behaviour;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Finds a home's private numbers in its words. A number in the words with three significant digits or more tells a private
 * one if it differs from it by less than one unit of its own last digit, so that rounding in either direction is found; it is
 * let pass where it is as close to a number the other side knows anyway. A paraphrase in words is not found, and one number
 * in some hundred is found by chance.
 */
final class Leakage {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?");
    private static final int LEAST_DIGITS = 3;

    /** As many digits as a number in words is read; more mean nothing. */
    private static final int MOST_LENGTH = 24;

    private Leakage() {}

    /**
     * What only the home knows: cost per MWh and per kWh, cost and discomfort in $, energy of the battery now and after.
     *
     * @param priceScale factor on all prices the agent sees
     */
    static List<Double> privateNumbers(WhatIfResult whatIf, double priceScale) {
        List<Double> numbers = new ArrayList<>();
        for (double scale : priceScale == 1 ? new double[] {1} : new double[] {1, priceScale}) {
            numbers.add(whatIf.reservationPerMwh() * scale);
            numbers.add(whatIf.reservationPerMwh() * scale / 1000);
            numbers.add(whatIf.incrementalCostUsd() * scale);
            numbers.add(whatIf.discomfortUsd() * scale);
        }
        ends(whatIf.bessWithoutKwh(), numbers);
        ends(whatIf.bessWithKwh(), numbers);
        return numbers;
    }

    private static void ends(TimeSeries path, List<Double> numbers) {
        if (path.length() > 0) {
            numbers.add(path.at(0));
            numbers.add(path.at(path.length() - 1));
        }
    }

    /** The first number that tells a private one, as it stands in the words, or {@code null}. */
    static @Nullable String find(String words, List<Double> secrets, List<Double> known) {
        Matcher matcher = NUMBER.matcher(words);
        while (matcher.find()) {
            String text = matcher.group();
            if (text.length() > MOST_LENGTH) {
                continue;
            }
            BigDecimal number = new BigDecimal(text.replace(",", ""));
            if (significant(number) >= LEAST_DIGITS && close(number, secrets) && !close(number, known)) {
                return text;
            }
        }
        return null;
    }

    /** Digits from the first that is not 0, closing zeros after the point included. */
    private static int significant(BigDecimal number) {
        return number.signum() == 0 ? 0 : number.precision();
    }

    private static boolean close(BigDecimal number, List<Double> values) {
        double unit = Math.pow(10, -number.scale());
        return values.stream()
                .anyMatch(value -> value != 0 && Math.abs(number.doubleValue() - Math.abs(value)) < unit * (1 - 1e-6));
    }
}
