package org.vppworkbench.app.ui.seat;

import com.google.gson.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Terms on the table.
 *
 * @param kw quantity [kW]
 * @param usdPerMwh price [$/MWh]
 */
public record Deal(double kw, double usdPerMwh) {
    static @Nullable Deal of(JsonObject message, String name) {
        return message.has(name) && message.get(name).isJsonObject()
                ? new Deal(
                        message.getAsJsonObject(name).get("kw").getAsDouble(),
                        message.getAsJsonObject(name).get("usdPerMwh").getAsDouble())
                : null;
    }

    public String words() {
        return String.format(Locale.ROOT, "%.2f kW at %.2f $/MWh", kw, usdPerMwh);
    }
}
