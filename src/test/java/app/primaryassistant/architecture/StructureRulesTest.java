package app.primaryassistant.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Schedule;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Version;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** Each rule of the layout, as something that can fail. */
@AnalyzeClasses(packages = "app.primaryassistant", importOptions = ImportOption.DoNotIncludeTests.class)
class StructureRulesTest {

    private static final String ROOT = "app.primaryassistant.";

    @ArchTest
    static final ArchRule code_of_a_feature_sits_in_its_boundary_control_or_entity = classes()
            .that()
            .resideOutsideOfPackages(ROOT + "platform..")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .resideInAnyPackage(ROOT + "*.boundary", ROOT + "*.control..", ROOT + "*.entity..");

    @ArchTest
    static final ArchRule control_knows_no_boundary = noClasses()
            .that()
            .resideInAPackage("..control..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..boundary..");

    @ArchTest
    static final ArchRule entities_know_neither_boundary_nor_control = noClasses()
            .that()
            .resideInAPackage("..entity..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..boundary..", "..control..");

    @ArchTest
    static final ArchRule the_platform_knows_no_feature = noClasses()
            .that()
            .resideInAPackage(ROOT + "platform..")
            .should()
            .dependOnClassesThat(new DescribedPredicate<JavaClass>("belong to a feature") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getPackageName().startsWith(ROOT)
                            && !type.getPackageName().startsWith(ROOT + "platform");
                }
            });

    @ArchTest
    static final ArchRule features_have_no_cycles =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_feature_enters_the_boundary_of_another = classes()
            .that()
            .resideOutsideOfPackage(ROOT + "platform..")
            .should(new ArchCondition<>("use no boundary of another feature") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> isRoomOfAnother(type, dependency.getTargetClass()))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule resources_are_in_boundary =
            classes().that().areAnnotatedWith(Path.class).should().resideInAPackage("..boundary");

    @ArchTest
    static final ArchRule timers_are_in_boundary_or_platform = methods()
            .that()
            .areAnnotatedWith(Schedule.class)
            .should()
            .beDeclaredInClassesThat()
            .resideInAnyPackage("..boundary", ROOT + "platform.jobs");

    @ArchTest
    static final ArchRule entities_are_in_entity =
            classes().that().areAnnotatedWith(Entity.class).should().resideInAPackage("..entity");

    @ArchTest
    static final ArchRule entities_have_only_private_fields = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .and()
            .areNotStatic()
            .and()
            .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)
            .should()
            .bePrivate();

    @ArchTest
    static final ArchRule only_repositories_and_the_platform_hold_an_entity_manager = fields().that()
            .haveRawType(EntityManager.class)
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Repository")
            .orShould()
            .beDeclaredInClassesThat()
            .resideInAPackage(ROOT + "platform.persistence");

    @ArchTest
    static final ArchRule only_the_platform_touches_jdbc = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "platform.persistence")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Connection.class, PreparedStatement.class, ResultSet.class)
            .because("SQL is sent by name, through Sql and its like: decision 010");

    @ArchTest
    static final ArchRule nobody_asks_in_sql_through_jpa = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "it makes a native query",
                    call -> call.getTargetOwner().isAssignableTo(EntityManager.class)
                            && call.getName().equals("createNativeQuery")))
            .because("its rows are arrays of Object: decision 010");

    @ArchTest
    static final ArchRule settings_are_read_in_one_way = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "platform.config")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.microprofile.config..")
            .because("a setting means the same to the running program and to the commands: Settings");

    @ArchTest
    static final ArchRule every_endpoint_says_who_may_call_it = methods()
            .that(new DescribedPredicate<JavaMethod>("are endpoints") {
                @Override
                public boolean test(JavaMethod method) {
                    return method.getAnnotations().stream()
                            .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class));
                }
            })
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class);

    @ArchTest
    static final ArchRule entities_never_cross_http = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .and()
            .arePublic()
            .should(new ArchCondition<>("return no entity") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    if (method.getRawReturnType().isAnnotatedWith(Entity.class)) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                    }
                }
            });

    @ArchTest
    static final ArchRule names_say_what_a_class_is =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Util|Utils|Helper)");

    @ArchTest
    static final ArchRule every_package_says_what_it_is_for = classes()
            .should(new ArchCondition<>("be in a package that is @NullMarked by its package-info") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                        events.add(SimpleConditionEvent.violated(type, type.getPackageName()));
                    }
                }
            });

    @ArchTest
    static final ArchRule changeable_entities_are_versioned = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .and(new DescribedPredicate<JavaClass>("are changed through JPA") {
                private final List<String> changed = List.of("Account", "Profile", "Observation");

                @Override
                public boolean test(JavaClass type) {
                    return changed.contains(type.getSimpleName());
                }
            })
            .should(new ArchCondition<>("have a @Version") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (type.getFields().stream().noneMatch(field -> field.isAnnotatedWith(Version.class))) {
                        events.add(SimpleConditionEvent.violated(type, type.getName()));
                    }
                }
            });

    private static boolean isRoomOfAnother(JavaClass type, JavaClass target) {
        String own = feature(type);
        String other = feature(target);
        return !other.isEmpty()
                && !other.equals("platform")
                && !other.equals(own)
                && target.getPackageName().endsWith(".boundary");
    }

    private static String feature(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()).replaceAll("\\..*", "") : "";
    }
}
