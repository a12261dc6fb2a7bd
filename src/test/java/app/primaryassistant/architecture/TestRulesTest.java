package app.primaryassistant.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Duration;

/** What is said of tests and tools, as something that can fail. */
@AnalyzeClasses(packages = "app.primaryassistant", importOptions = ImportOption.OnlyIncludeTests.class)
class TestRulesTest {

    private static final String TOOLS = "app.primaryassistant.local";

    @ArchTest
    static final ArchRule tests_wait_for_an_event_and_not_for_a_time = noClasses()
            .that()
            .resideOutsideOfPackage(TOOLS)
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", Duration.class)
            .orShould()
            .callMethod(Thread.class, "onSpinWait");

    /** They are compiled without the tests, by {@code ./mvnw}. */
    @ArchTest
    static final ArchRule tools_know_no_tests = noClasses()
            .that()
            .resideInAPackage(TOOLS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("app.primaryassistant.support..", "app.primaryassistant.browser..");
}
