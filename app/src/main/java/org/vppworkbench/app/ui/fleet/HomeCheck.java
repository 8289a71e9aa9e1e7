package org.vppworkbench.app.ui.fleet;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.FleetValidation;

/** Checks a home on its own, so that an edit among 10,000 homes costs no more than one among ten. */
final class HomeCheck {
    private HomeCheck() {}

    /**
     * Why an edit is refused: an error that the home did not have before it.
     *
     * @return the error in words, or an empty text
     */
    static String objection(Home before, Home after) {
        List<Finding> errors = errors(after);
        if (errors.isEmpty()) {
            return "";
        }
        Set<String> known = errors(before).stream().map(f -> f.where() + f.message()).collect(Collectors.toSet());
        return errors.stream()
                .filter(f -> !known.contains(f.where() + f.message()))
                .findFirst()
                .map(f -> f.sentence().replaceFirst("^fleet, " + Pattern.quote(after.id()) + ", ", ""))
                .orElse("");
    }

    private static List<Finding> errors(Home home) {
        return FleetValidation.check(new Fleet("home", "", List.of(home)), "fleet").stream().filter(Finding::isError).toList();
    }
}
