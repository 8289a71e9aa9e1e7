package org.vppworkbench.app.ui.seat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.vppworkbench.model.physics.BindingConstraint;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.time.TimeSeries;

/** An answer of the what-if tool, read back. */
final class SeatWhatIf {
    private SeatWhatIf() {}

    static WhatIfResult of(JsonObject answer) {
        return new WhatIfResult(
                answer.get("requestedKw").getAsDouble(), answer.get("deliverableKw").getAsDouble(),
                answer.get("costUsd").getAsDouble(), answer.get("reservationUsdPerMwh").getAsDouble(),
                answer.get("discomfortUsd").getAsDouble(), BindingConstraint.valueOf(answer.get("binding").getAsString()), -1,
                answer.has("fromInterval") ? answer.get("fromInterval").getAsInt() : 0,
                series(answer, "bessWithKwh"), series(answer, "bessWithoutKwh"));
    }

    private static TimeSeries series(JsonObject answer, String name) {
        JsonArray values = answer.has(name) ? answer.getAsJsonArray(name) : new JsonArray();
        double[] numbers = new double[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = values.get(i).getAsDouble();
        }
        return TimeSeries.of(numbers);
    }
}
