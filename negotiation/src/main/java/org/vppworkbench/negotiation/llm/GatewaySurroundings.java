package org.vppworkbench.negotiation.llm;

import java.util.function.Function;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.llm.chain.Pace;
import org.vppworkbench.negotiation.llm.cost.PriceList;

/**
 * What a gateway is handed by its surroundings.
 *
 * @param application name and version, for the head of a tape
 * @param prices what tokens cost
 * @param dayOf simulated day of an origin, such as {@code 2023-08-15}; budgets and counts per day follow it
 * @param pace time
 */
public record GatewaySurroundings(
        String application, PriceList prices, Function<Origin, String> dayOf, Pace pace) {
    /** Real time and the price list of the application. */
    public static GatewaySurroundings of(String application, Function<Origin, String> dayOf) {
        return new GatewaySurroundings(application, PriceList.builtIn(), dayOf, Pace.REAL);
    }
}
