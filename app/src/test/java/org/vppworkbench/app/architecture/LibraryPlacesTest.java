package org.vppworkbench.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.properties.HasName.Predicates;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which library may be used where. */
@AnalyzeClasses(
        packages = Packages.ROOT,
        importOptions = ImportOption.DoNotIncludeTests.class)
class LibraryPlacesTest {

    @ArchTest
    static final ArchRule languageModelsOnlyInLlm =
            Bans.onlyIn(Bans.places(Packages.NEGOTIATION_LLM), "dev.langchain4j..")
                    .because("one package wraps the model client with its exceptions, retries and tapes");

    @ArchTest
    static final ArchRule keysOnlyOnTheWire =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(Packages.NEGOTIATION_LLM)
                    .should()
                    .callMethod(Packages.ROOT + ".negotiation.llm.settings.Secret", "reveal")
                    .allowEmptyShould(true)
                    .because("a key goes into one header and nowhere else");

    @ArchTest
    static final ArchRule solverOnlyInOptimizer =
            Bans.onlyIn(
                            Bans.places(Packages.OPTIMIZER), "com.joptimizer..", "cern.colt..", "cern.jet..", "org.ojalgo..",
                            "com.google.ortools..")
                    .because("the solver is exchangeable and its types stop at the optimizer");

    @ArchTest
    static final ArchRule chartsOnlyInFigureAndUi =
            Bans.onlyIn(Bans.places(Packages.APP_FIGURE, Packages.APP_UI), "org.jfree..")
                    .because("a figure is defined once, in app.figure, and shown by app.ui");

    @ArchTest
    static final ArchRule commandLineOnlyInCli =
            Bans.outsideTheCommandLine()
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("picocli..")
                    .allowEmptyShould(true)
                    .because("everything the command line can do, the window can do with the same code");

    @ArchTest
    static final ArchRule networkOnlyInIo =
            Bans.onlyIn(Bans.places(Packages.APP_IO, Packages.NEGOTIATION_LLM), "java.net.http..", "javax.net..")
                    .because("one place opens connections, so one place keeps keys, limits and time-outs");

    @ArchTest
    static final ArchRule serversOnlyInTheStandIn =
            Bans.onlyIn(Bans.places(Packages.NEGOTIATION_STANDIN), "com.sun.net.httpserver..")
                    .because("the program serves nobody; the stand-in serves tests and measurements");

    @ArchTest
    static final ArchRule noFxmlNoBrowserNoSwing =
            Bans.nowhere("javafx.fxml..", "javafx.scene.web..", "javafx.scene.media..", "javax.swing..")
                    .because("views are plain Java, and the browser and media modules are not shipped");

    @ArchTest
    static final ArchRule ownNullnessAnnotationsOnly =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "javax.annotation..", "jakarta.annotation..", "org.jetbrains.annotations.."))
                    .because("JSpecify is the one vocabulary of nullness");

    @ArchTest
    static final ArchRule logThroughSlf4j =
            Bans.onlyIn(Bans.places(Packages.OPTIMIZER, Packages.APP), "java.util.logging..", "org.apache.commons.logging..")
                    .because("the lower modules report through events and results, not through a log");
}
