package org.vppworkbench.app.ui.results;

import java.util.List;
import org.vppworkbench.app.figure.catalogue.FigureCatalogue;
import org.vppworkbench.app.figure.catalogue.FigureEntry;

/**
 * A figure in the list.
 *
 * @param group what it is about
 * @param title for people
 * @param entry of the catalogue
 * @param first whether it begins its group
 */
public record FigureRow(String group, String title, FigureEntry entry, boolean first) {
    private static final List<List<String>> GROUPS = List.of(
            List.of("Money", "welfare", "regret", "days", "cumulative-welfare"),
            List.of("Homes", "surplus", "surplus-shares", "satisfaction", "compliance"),
            List.of("Power", "fleet-power", "reserves", "delivery", "state-of-charge", "dispatch"),
            List.of("Market", "prices", "price-duration", "market", "forecast", "forecast-error"));

    private static final String REST = "Negotiation";

    /** Every figure of the catalogue. */
    static List<FigureRow> all() {
        List<FigureRow> rows = new java.util.ArrayList<>();
        String before = "";
        for (FigureEntry entry : FigureCatalogue.all()) {
            String group = GROUPS.stream()
                    .filter(names -> names.subList(1, names.size()).contains(entry.name()))
                    .map(List::getFirst)
                    .findFirst()
                    .orElse(REST);
            rows.add(new FigureRow(group, title(entry.name()), entry, !group.equals(before)));
            before = group;
        }
        return List.copyOf(rows);
    }

    private static String title(String name) {
        return switch (name) {
            case "welfare" -> "Welfare and optima";
            case "regret" -> "Regret, part by part";
            case "days" -> "Days";
            case "surplus" -> "Surplus by home";
            case "surplus-shares" -> "Surplus and shares";
            case "delivery" -> "Promised and delivered";
            case "dispatch" -> "Dispatch of storage";
            case "price-duration" -> "Price duration curve";
            case "what-if" -> "What-if of a home";
            case "utility" -> "Utility space";
            case "offers" -> "Offer ladder";
            case "compliance" -> "Preferences kept";
            default -> {
                String words = name.replace('-', ' ');
                yield Character.toUpperCase(words.charAt(0)) + words.substring(1);
            }
        };
    }
}
