package org.vppworkbench.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/** Calls that reach for something the caller was not handed: the clock, chance, files, threads. */
final class Ambient {
    private static final Set<String> SYSTEM_CLOCK = Set.of("currentTimeMillis", "nanoTime");
    private static final Set<String> NO_ARGUMENT_MEANS_UNSEEDED =
            Set.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom");
    private static final Set<String> NO_ARGUMENT_MEANS_NOW =
            Set.of("java.util.Date", "java.util.GregorianCalendar");
    private static final Set<String> FILES_AND_NETWORK =
            Set.of(
                    "java.nio.file.Files",
                    "java.io.File",
                    "java.io.FileReader",
                    "java.io.FileWriter",
                    "java.io.FileInputStream",
                    "java.io.FileOutputStream",
                    "java.io.RandomAccessFile",
                    "java.net.URL",
                    "java.net.Socket");

    /** Reads the wall clock, by a call or a method reference. */
    static final DescribedPredicate<AccessTarget> CLOCK =
            describe("the wall clock", Ambient::readsClock);

    /** Draws random numbers that no seed determines. */
    static final DescribedPredicate<AccessTarget> UNSEEDED =
            describe("unseeded randomness", Ambient::drawsUnseeded);

    /** Puts work on the JavaFX thread. */
    static final DescribedPredicate<AccessTarget> RUN_LATER =
            describe(
                    "Platform.runLater",
                    target -> isOn(target, "javafx.application.Platform") && named(target, "runLater"));

    /** Files and sockets. */
    static final DescribedPredicate<JavaClass> INPUT_OUTPUT =
            describe(
                    "are files or the network",
                    type ->
                            FILES_AND_NETWORK.contains(type.getName())
                                    || type.getPackageName().equals("java.net.http"));

    private Ambient() {}

    private static boolean readsClock(AccessTarget target) {
        String owner = target.getOwner().getName();
        return (owner.equals("java.lang.System") && SYSTEM_CLOCK.contains(target.getName()))
                || (owner.startsWith("java.time.") && named(target, "now") && !takesClock(target))
                || (owner.equals("java.time.Clock") && clockOfTheMachine(target.getName()))
                || (owner.equals("java.time.InstantSource") && named(target, "system"))
                || (owner.equals("java.util.Calendar") && named(target, "getInstance"))
                || (NO_ARGUMENT_MEANS_NOW.contains(owner) && isNoArgumentConstructor(target));
    }

    private static boolean clockOfTheMachine(String method) {
        // Clock.tick(clock, duration) wraps a clock that was handed in; its siblings read the machine's.
        return method.startsWith("system") || method.matches("tick(Millis|Seconds|Minutes)");
    }

    private static boolean takesClock(AccessTarget target) {
        return target instanceof CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getName().equals("java.time.Clock"));
    }

    private static boolean drawsUnseeded(AccessTarget target) {
        String owner = target.getOwner().getName();
        return (isMath(owner) && named(target, "random"))
                || owner.equals("java.util.concurrent.ThreadLocalRandom")
                || (owner.equals("java.util.UUID") && named(target, "randomUUID"))
                || (NO_ARGUMENT_MEANS_UNSEEDED.contains(owner) && isNoArgumentConstructor(target))
                || (owner.equals("java.util.Collections")
                        && named(target, "shuffle")
                        && parameterCount(target) == 1)
                || (owner.equals("java.util.random.RandomGenerator")
                        && (named(target, "getDefault") || named(target, "of")))
                || (owner.equals("java.util.random.RandomGeneratorFactory")
                        && named(target, "create")
                        && parameterCount(target) == 0)
                || isUnseededCommonsMath(target, owner);
    }

    private static boolean isUnseededCommonsMath(AccessTarget target, String owner) {
        return owner.startsWith("org.apache.commons.math3.random.")
                && owner.matches(".*\\.(Well.*|MersenneTwister|JDKRandomGenerator|ISAACRandom)")
                && isNoArgumentConstructor(target);
    }

    private static boolean isMath(String owner) {
        return owner.equals("java.lang.Math") || owner.equals("java.lang.StrictMath");
    }

    private static boolean isNoArgumentConstructor(AccessTarget target) {
        return named(target, "<init>") && parameterCount(target) == 0;
    }

    private static int parameterCount(AccessTarget target) {
        return target instanceof CodeUnitAccessTarget unit ? unit.getRawParameterTypes().size() : -1;
    }

    private static boolean isOn(AccessTarget target, String owner) {
        return target.getOwner().getName().equals(owner);
    }

    private static boolean named(AccessTarget target, String name) {
        return target.getName().equals(name);
    }
}
