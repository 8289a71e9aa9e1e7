package org.vppworkbench.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Determinism, output, threads, names and nullness. */
@AnalyzeClasses(
        packages = Packages.ROOT,
        importOptions = ImportOption.DoNotIncludeTests.class)
class DisciplineTest {

    @ArchTest
    static final ArchRule lowerModulesReadNoClock =
            noClasses()
                    .that()
                    .resideInAnyPackage(Packages.lower())
                    .and()
                    .doNotHaveFullyQualifiedName(Packages.LLM_PACE)
                    .and()
                    .haveNameNotMatching(Packages.LLM_PACE.replace(".", "\\.") + "\\$.*")
                    .should()
                    .accessTargetWhere(target(Ambient.CLOCK))
                    .allowEmptyShould(true)
                    .because(
                            "the same inputs and seed must give the same bytes; a clock is handed in. Only the pace of a"
                                    + " live model is real: it reaches tapes and accounts, never the events of a run");

    @ArchTest
    static final ArchRule lowerModulesDrawNoUnseededNumbers =
            noClasses()
                    .that()
                    .resideInAnyPackage(Packages.lower())
                    .should()
                    .accessTargetWhere(target(Ambient.UNSEEDED))
                    .allowEmptyShould(true)
                    .because("randomness comes in as named child streams of the one seed of a run");

    @ArchTest
    static final ArchRule lowerModulesDoNoInputOrOutput =
            noClasses()
                    .that()
                    .resideInAnyPackage(Packages.MODEL, Packages.OPTIMIZER, Packages.NEGOTIATION)
                    .and()
                    .resideOutsideOfPackage(Packages.NEGOTIATION_LLM)
                    .should()
                    .dependOnClassesThat(Ambient.INPUT_OUTPUT)
                    .allowEmptyShould(true)
                    .because("files and the network belong to sample-data, negotiation.llm and app.io");

    @ArchTest
    static final ArchRule standardStreamsOnlyInCli =
            Bans.outsideTheCommandLine()
                    .should(ACCESS_STANDARD_STREAMS)
                    .allowEmptyShould(true)
                    .because("only the command line prints; everything else returns, logs or reports");

    @ArchTest
    static final ArchRule runLaterOnlyInTask =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(Packages.APP_TASK)
                    .should()
                    .accessTargetWhere(target(Ambient.RUN_LATER))
                    .allowEmptyShould(true)
                    .because("one place hands work to the JavaFX thread, so tests can replace it");

    @ArchTest
    static final ArchRule namesSayWhatAClassDoes =
            classes()
                    .should()
                    .haveNameNotMatching(
                            ".*(?:Impl|Base|Utils?|Manager|Helpers?)(?:\\$.*)?")
                    .because("Impl, Base, Util, Manager and Helper say nothing about a class's job");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked =
            classes()
                    .should(resideInANullMarkedPackage())
                    .because("each package needs a package-info.java with @NullMarked, or NullAway is blind");

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package annotated with @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                String text =
                        item.getName() + " resides in " + item.getPackageName()
                                + (marked ? ", which is" : ", which is not") + " @NullMarked";
                events.add(new SimpleConditionEvent(item, marked, text));
            }
        };
    }
}
