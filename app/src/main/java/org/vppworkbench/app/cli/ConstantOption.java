package org.vppworkbench.app.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.Timeline;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A constant written as it is on a command line: {@code day-ahead} for {@code DAY_AHEAD}. */
abstract class ConstantOption<E extends Enum<E>> implements ITypeConverter<E> {
    private final Class<E> type;

    ConstantOption(Class<E> type) {
        this.type = type;
    }

    static final class OfTimeline extends ConstantOption<Timeline> {
        OfTimeline() {
            super(Timeline.class);
        }
    }

    static final class OfRules extends ConstantOption<MarketRules> {
        OfRules() {
            super(MarketRules.class);
        }
    }

    static final class OfMethod extends ConstantOption<ForecastSettings.Method> {
        OfMethod() {
            super(ForecastSettings.Method.class);
        }
    }

    @Override
    public E convert(String text) {
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(text.toLowerCase(Locale.ROOT).replace('_', '-'))) {
                return constant;
            }
        }
        throw new TypeConversionException(
                "'" + text + "' is unknown; allowed: "
                        + Arrays.stream(type.getEnumConstants()).map(ConstantOption::word).collect(Collectors.joining(", ")));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
