package org.guiche;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** The architecture, as the build checks it. To let one module use another, add it to its line here. */
@AnalyzeClasses(packages = "org.guiche", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "org.guiche.";

    private static final Map<String, Set<String>> USES = Map.ofEntries(
            Map.entry("shared", Set.of()),
            Map.entry("launcher", Set.of()),
            Map.entry("time", Set.of("shared")),
            Map.entry("accounts", Set.of("shared")),
            Map.entry("partners", Set.of("shared", "accounts", "attachments")),
            Map.entry("units", Set.of("shared", "time", "accounts", "partners")),
            Map.entry("attachments", Set.of("shared", "accounts")),
            Map.entry("tickets", Set.of("shared", "time", "accounts", "partners", "units", "attachments")),
            Map.entry("knowledge", Set.of("shared", "accounts", "units", "attachments")),
            Map.entry("channels", Set.of("shared", "time", "accounts", "partners", "units", "attachments", "tickets")),
            Map.entry("planning", Set.of("shared", "accounts", "partners", "tickets")),
            Map.entry("sheets", Set.of("shared")),
            Map.entry(
                    "reporting",
                    Set.of("shared", "time", "accounts", "partners", "units", "tickets", "channels", "sheets")),
            Map.entry(
                    "privacy",
                    Set.of("shared", "time", "accounts", "partners", "units", "attachments", "tickets", "channels")),
            Map.entry("demo", Set.of("shared", "time", "accounts", "partners", "units", "attachments", "tickets")));

    @ArchTest
    static void modulesUseOnlyWhatTheyDeclare(JavaClasses classes) {
        USES.forEach((module, used) -> noClasses()
                .that(resideInAPackage(ROOT + module + ".."))
                .should()
                .dependOnClassesThat(belongToOtherModulesThan(module, used))
                .allowEmptyShould(true) // a module may be declared before it is written
                .check(classes));
    }

    @ArchTest
    static void everyModuleIsDeclared(JavaClasses classes) {
        assertThat(classes).extracting(ArchitectureTest::moduleOf).isSubsetOf(USES.keySet());
    }

    @ArchTest
    static final ArchRule modulesHaveNoCycles =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule modulesHaveAtMostThreePackages =
            classes().should().resideInAnyPackage(ROOT + "*", ROOT + "*.web", ROOT + "*.rest");

    @ArchTest
    static final ArchRule entitiesStayInTheirModule = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAnnotatedWith(Embeddable.class)
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    /** What another class writes into a field of an entity, EclipseLink does not see and does not save. */
    @ArchTest
    static final ArchRule entitiesAreChangedByTheirOwnVerbs = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAnnotatedWith(Embeddable.class)
            .should(beWrittenByThemselvesOnly())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule servicesAreFrontDoors = classes()
            .that()
            .areAnnotatedWith(Stateless.class)
            .should()
            .resideInAPackage(ROOT + "*")
            .allowEmptyShould(true);

    /** The container refuses a call of any other method of such a bean when it is made. */
    @ArchTest
    static final ArchRule beansAreCalledByTheirPublicMethods = noClasses().should(callWhatTheContainerRefuses());

    @ArchTest
    static final ArchRule pagesLiveInWeb = classes()
            .that()
            .haveSimpleNameEndingWith("Page")
            .and()
            .resideOutsideOfPackage(ROOT + "shared")
            .should()
            .resideInAPackage("..web")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule resourcesLiveInRest = classes()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .resideInAPackage("..rest")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theDomainKnowsNoEdge = noClasses()
            .that()
            .resideInAPackage(ROOT + "*")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "*.web", ROOT + "*.rest");

    @ArchTest
    static final ArchRule theDatabaseIsReachedFromRootsOnly = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "*.web", ROOT + "*.rest")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobodyAsksTheTimeButTheClock = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "launcher")
            .should()
            .callMethodWhere(are(callsOfNowWithoutAClock()));

    @ArchTest
    static final ArchRule nobodyUsesOldDates = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobodyPrintsToTheConsole = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "launcher")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    private static ArchCondition<JavaClass> callWhatTheContainerRefuses() {
        return new ArchCondition<>("call methods of enterprise beans that are not public") {
            @Override
            public void check(JavaClass caller, ConditionEvents events) {
                caller.getMethodCallsFromSelf().stream()
                        .filter(ArchitectureTest::isRefused)
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(caller, call.getDescription())));
            }
        };
    }

    private static boolean isRefused(JavaMethodCall call) {
        var bean = call.getTargetOwner();
        return (bean.isAnnotatedWith(Stateless.class) || bean.isAnnotatedWith(Singleton.class))
                && !call.getOriginOwner().equals(bean)
                && call.getTarget()
                        .resolveMember()
                        .map(method -> !method.getModifiers().contains(JavaModifier.PUBLIC)
                                && !method.getModifiers().contains(JavaModifier.STATIC))
                        .orElse(false);
    }

    private static ArchCondition<JavaClass> beWrittenByThemselvesOnly() {
        return new ArchCondition<>("be written by themselves only") {
            @Override
            public void check(JavaClass entity, ConditionEvents events) {
                entity.getFieldAccessesToSelf().stream()
                        .filter(access -> access.getAccessType() == AccessType.SET
                                && !access.getOriginOwner().equals(entity))
                        .forEach(access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
            }
        };
    }

    private static DescribedPredicate<JavaMethodCall> callsOfNowWithoutAClock() {
        return DescribedPredicate.describe(
                "calls of now() without a Clock",
                call -> call.getName().equals("now")
                        && call.getTargetOwner().getPackageName().startsWith("java.time")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(Clock.class)));
    }

    private static DescribedPredicate<JavaClass> belongToOtherModulesThan(String module, Set<String> used) {
        return DescribedPredicate.describe(
                "belong to modules other than " + module + " and " + used,
                type -> belongsToAnother(type, module, used));
    }

    private static boolean belongsToAnother(JavaClass type, String module, Set<String> used) {
        if (!type.getPackageName().startsWith(ROOT)) {
            return false;
        }
        var owner = moduleOf(type);
        var inner =
                type.getPackageName().endsWith(".web") || type.getPackageName().endsWith(".rest");
        var edgeOfAnother =
                inner && !owner.equals("shared") && !type.getSimpleName().equals("CurrentUser");
        return !owner.equals(module) && (!used.contains(owner) || edgeOfAnother);
    }

    private static String moduleOf(JavaClass type) {
        var name = type.getPackageName();
        if (!name.startsWith(ROOT)) {
            return name;
        }
        var rest = name.substring(ROOT.length());
        var dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
