package org.vppworkbench.model.fleet;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a number among the {@link FleetParameters} means: the one place from which its check, its line in the
 * documentation and its row in a sampling table are made.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Quantity {
    /** In a few words. */
    String meaning();

    /** Unit, or empty for a share or another plain number. */
    String unit() default "";

    /** Least allowed value. */
    double min();

    /** Largest allowed value. */
    double max();

    /** Source tag of {@code domain.md} §9, {@code U} for unsourced common knowledge there, or {@code assumption}. */
    String source();
}
