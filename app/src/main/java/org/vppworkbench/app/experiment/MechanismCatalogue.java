package org.vppworkbench.app.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.simulation.Mechanism;
import org.vppworkbench.negotiation.coordination.PriceCoordination;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.mechanism.LanguageMechanisms;
import org.vppworkbench.negotiation.mechanism.Mechanisms;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.coordination.HomePriceTakers;

/**
 * The mechanisms a run can use: those that trade, those that trade and need a language model, and the central optima {@code
 * aware}, {@code blind}.
 */
public final class MechanismCatalogue {
    /** Label of mechanisms without agents. */
    public static final String MECHANISM = "MECHANISM";

    private final Map<String, Mechanism> trading = new LinkedHashMap<>();
    private final Map<String, ByModel> language;

    /** Makes a mechanism in which a language model decides. */
    @FunctionalInterface
    public interface ByModel {
        Mechanism of(LanguageModel model, LanguageSettings settings);
    }

    public MechanismCatalogue(List<Mechanism> trading) {
        this(trading, Map.of());
    }

    /**
     * @param language mechanisms that need a model, by id
     */
    public MechanismCatalogue(List<Mechanism> trading, Map<String, ByModel> language) {
        trading.forEach(mechanism -> this.trading.put(mechanism.id(), mechanism));
        this.language = Collections.unmodifiableMap(new LinkedHashMap<>(language));
    }

    /** Everything this version offers. */
    public static MechanismCatalogue standard() {
        MeritOrderCoalition coalition = new MeritOrderCoalition();
        List<Mechanism> trading = new ArrayList<>();
        Mechanisms.ids().forEach(id -> trading.add(Mechanisms.byId(id, coalition)));
        trading.add(new PriceCoordination(new HomePriceTakers(), coalition));
        Map<String, ByModel> language = new LinkedHashMap<>();
        LanguageMechanisms.ids().forEach(id -> language.put(
                id, (model, settings) -> LanguageMechanisms.byId(id, model, settings, coalition)));
        return new MechanismCatalogue(trading, language);
    }

    /** Ids of what runs without a language model, those that trade first. */
    public List<String> ids() {
        List<String> ids = new ArrayList<>(trading.keySet());
        ids.add(id(Mode.AWARE));
        ids.add(id(Mode.BLIND));
        return ids;
    }

    /** Ids of what needs a language model. */
    public List<String> languageIds() {
        return List.copyOf(language.keySet());
    }

    /** The mechanism in which a language model decides that carries this id. */
    public Optional<ByModel> byModel(String id) {
        return Optional.ofNullable(language.get(id));
    }

    public Optional<Mechanism> trading(String id) {
        return Optional.ofNullable(trading.get(id));
    }

    /** Whether a mechanism is a central optimum: it plans with perfect foresight, and nobody negotiates. */
    public static boolean isCentral(String id) {
        return optimum(id).isPresent();
    }

    /** Whether anything is said under a mechanism. */
    public static boolean negotiates(String id) {
        return !isCentral(id) && !id.equals(Mechanisms.NO_VPP);
    }

    /** The central optimum that carries this id. */
    static Optional<Mode> optimum(String id) {
        return List.of(Mode.AWARE, Mode.BLIND).stream().filter(m -> id(m).equals(id)).findFirst();
    }

    private static String id(Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
