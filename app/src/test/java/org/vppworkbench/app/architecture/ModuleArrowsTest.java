package org.vppworkbench.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which module may see which. */
@AnalyzeClasses(
        packages = Packages.ROOT,
        importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleArrowsTest {

    @ArchTest
    static final ArchRule modelKnowsOnlyItself =
            classes()
                    .that()
                    .resideInAPackage(Packages.MODEL)
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                    Packages.MODEL, "java..", "org.jspecify..", "org.apache.commons.math3.."))
                    .allowEmptyShould(true)
                    .because("core-model depends on JSpecify and Commons Math only");

    @ArchTest
    static final ArchRule optimizerKnowsOnlyModel =
            onlySeesModelAnd(Packages.OPTIMIZER)
                    .because("the optimum must not depend on how the agents negotiate");

    @ArchTest
    static final ArchRule negotiationKnowsOnlyModel =
            onlySeesModelAnd(Packages.NEGOTIATION)
                    .because("the optimum must not leak to the agents; app wires both through interfaces");

    @ArchTest
    static final ArchRule sampleKnowsOnlyModel =
            onlySeesModelAnd(Packages.SAMPLE).because("sample data feeds the model and nothing else");

    @ArchTest
    static final ArchRule nobodyKnowsApp =
            Bans.onlyIn(Bans.places(Packages.APP), Packages.APP)
                    .because("app is the top of the house");

    @ArchTest
    static final ArchRule everyClassLivesInAModule =
            classes()
                    .should()
                    .resideInAnyPackage(
                            Packages.MODEL,
                            Packages.OPTIMIZER,
                            Packages.NEGOTIATION,
                            Packages.SAMPLE,
                            Packages.APP)
                    .because("a package outside the five modules would escape the other rules");

    @ArchTest
    static final ArchRule standInOnlyForMeasurements =
            Bans.onlyIn(Bans.places(Packages.NEGOTIATION_STANDIN, Packages.APP_BENCH), Packages.NEGOTIATION_STANDIN)
                    .because("no run of a user may ask a model that only pretends");

    @ArchTest
    static final ArchRule standInKnowsOnlyThePort =
            noClasses()
                    .that()
                    .resideInAPackage(Packages.NEGOTIATION_STANDIN)
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage(Packages.NEGOTIATION)
                                    .and(not(resideInAnyPackage(
                                            Packages.NEGOTIATION_STANDIN, Packages.ROOT + ".negotiation.language..")))
                                    .as("are another part of the negotiation than the port to language models"))
                    .because("what plays the server must not know how the agents or the gateway think");

    @ArchTest
    static final ArchRule lowerModulesAreFreeOfJavaFx =
            Bans.notIn(Packages.lower(), "javafx..", "java.awt..", "javax.swing..")
                    .because("the lower modules run without a toolkit");

    @ArchTest
    static final ArchRule headlessPackagesAreFreeOfJavaFx =
            Bans.notIn(Packages.headless(), "javafx..", "org.jfree.chart.fx..", "org.controlsfx..")
                    .because("runs, files and figures must work on machines without a display");

    @ArchTest
    static final ArchRule headlessPackagesDoNotReachTheWindow =
            Bans.notIn(Packages.headless(), Packages.APP_UI)
                    .because("the window is a projection of a run, a run never needs the window");

    private static ArchRule onlySeesModelAnd(String module) {
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat(
                        resideInAPackage(Packages.ALL)
                                .and(not(resideInAnyPackage(module, Packages.MODEL)))
                                .as("reside in another module than core-model"))
                .allowEmptyShould(true);
    }
}
