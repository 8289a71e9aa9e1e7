package org.vppworkbench.app.ui.seat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A turn of the person, as the run told it.
 *
 * @param number of the turn
 * @param kind such as {@code counter_offer}
 * @param aggregator whether it is the aggregator's
 * @param product {@code ENERGY}, {@code SPIN} or {@code NONSPIN}
 * @param hour of the run
 * @param start local time of delivery
 * @param requiredKw D_h, what the aggregator wants [kW]
 * @param forecastUsdPerMwh published price [$/MWh]
 * @param topUsdPerMwh the most this deal can pay [$/MWh]
 * @param round now
 * @param deadlineRound last round
 * @param leftKw what is neither agreed nor bid for, for the aggregator [kW]
 * @param contractsThatDay contracts of this home for the day of delivery
 * @param may moves that are legal now
 * @param ownAsk the home's standing ask
 * @param counter the aggregator's standing bid
 * @param homes the homes the aggregator talks to
 */
public record SeatTurn(
        int number,
        String kind,
        boolean aggregator,
        String product,
        int hour,
        OffsetDateTime start,
        double requiredKw,
        double forecastUsdPerMwh,
        double topUsdPerMwh,
        int round,
        int deadlineRound,
        double leftKw,
        int contractsThatDay,
        List<String> may,
        @Nullable Deal ownAsk,
        @Nullable Deal counter,
        List<SeatHome> homes) {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

    public SeatTurn {
        may = List.copyOf(may);
        homes = List.copyOf(homes);
    }

    static SeatTurn of(JsonObject told) {
        JsonObject opportunity = told.getAsJsonObject("opportunity");
        List<String> may = new ArrayList<>();
        if (told.has("may")) {
            told.getAsJsonArray("may").forEach(word -> may.add(word.getAsString()));
        }
        List<SeatHome> homes = new ArrayList<>();
        if (told.has("positions")) {
            for (JsonElement position : told.getAsJsonArray("positions")) {
                homes.add(SeatHome.of(position.getAsJsonObject()));
            }
        }
        return new SeatTurn(
                told.get("turn").getAsInt(), told.get("type").getAsString(), told.has("positions"),
                opportunity.get("product").getAsString(), opportunity.get("hour").getAsInt(),
                OffsetDateTime.parse(opportunity.get("start").getAsString()), opportunity.get("requiredKw").getAsDouble(),
                opportunity.get("forecastUsdPerMwh").getAsDouble(), told.get("topUsdPerMwh").getAsDouble(),
                told.get("round").getAsInt(), told.get("deadlineRound").getAsInt(),
                told.has("leftKw") ? told.get("leftKw").getAsDouble() : 0,
                told.has("contractsThatDay") ? told.get("contractsThatDay").getAsInt() : 0, may,
                Deal.of(told, "ownAsk"), Deal.of(told, "counter"), homes);
    }

    /** What it is about, in a line. */
    public String title() {
        return productWords() + " for " + HOUR.format(start) + " · round " + round + " of " + deadlineRound;
    }

    /** What is due, in words. */
    public String due() {
        return switch (kind) {
            case "call_for_proposals" -> "The aggregator calls for proposals: make an offer, or decline.";
            case "ask_stands" -> "Your offer stands: improve it, let it stand, or withdraw it.";
            case "counter_offer" -> "The aggregator bids: accept, counter, decline, or let your offer stand.";
            case "last_word" -> aggregator
                    ? "The last word: what you do not accept now is turned down."
                    : "The last bid: accept it, or decline.";
            case "offers" -> "The homes have spoken: accept, counter or reject; who is left out keeps the offer.";
            default -> "Agreed: let it stand, or withdraw.";
        };
    }

    private String productWords() {
        return switch (product) {
            case "SPIN" -> "Spinning reserve";
            case "NONSPIN" -> "Non-spinning reserve";
            default -> "Energy";
        };
    }

    boolean mayOffer() {
        return may.contains("propose") || may.contains("counter");
    }

    /** The move that names terms. */
    String offer() {
        return may.contains("counter") ? "counter" : "propose";
    }

    /** The move that says no, the gentlest first; empty where there is none. */
    String decline() {
        return List.of("refuse", "reject", "withdraw").stream().filter(may::contains).findFirst().orElse("");
    }
}
