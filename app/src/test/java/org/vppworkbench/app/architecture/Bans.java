package org.vppworkbench.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;

/** The shapes of rules that say where something must not be used. */
final class Bans {
    private Bans() {}

    /** Only classes within some packages may use what is named. */
    static ArchRule onlyIn(String[] places, String... used) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(places)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(used)
                .allowEmptyShould(true);
    }

    /** No class within some packages may use what is named. */
    static ArchRule notIn(String[] places, String... used) {
        return noClasses()
                .that()
                .resideInAnyPackage(places)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(used)
                .allowEmptyShould(true);
    }

    /** No class of the product may use what is named. */
    static ArchRule nowhere(String... used) {
        return noClasses().should().dependOnClassesThat().resideInAnyPackage(used);
    }

    /** Rules for all that is neither the command line nor what starts it. */
    static GivenClassesConjunction outsideTheCommandLine() {
        return noClasses()
                .that(
                        not(resideInAPackage(Packages.APP_CLI))
                                .and(not(HasName.Predicates.name(Packages.LAUNCHER)))
                                .as("reside outside app.cli and are not the launcher"));
    }

    static String[] places(String... packages) {
        return packages;
    }
}
