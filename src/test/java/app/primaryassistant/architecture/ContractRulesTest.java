package app.primaryassistant.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** Whatever tests send is held against the OpenAPI document; these keep them from sending it past the check. */
@AnalyzeClasses(packages = "app.primaryassistant")
class ContractRulesTest {

    private static final String ROOT = "app.primaryassistant.";

    /** What would take the check out of REST-assured. */
    private static final Set<String> REMOVALS = Set.of("reset", "replaceFiltersWith", "noFilters", "noFiltersOfType");

    /** One test provokes a failure of the program. */
    @ArchTest
    static final ArchRule nothing_takes_the_check_out_of_rest_assured = noClasses()
            .that()
            .haveNameNotMatching(".*[.]RequestIdIT")
            .should()
            .callCodeUnitWhere(DescribedPredicate.describe("it removes filters", ContractRulesTest::removesFilters));

    /**
     * Nginx and the launcher are not the API; the three hold connections open, hang up, or go through Nginx. The program itself
     * asks for its health after a restoration.
     */
    @ArchTest
    static final ArchRule tests_send_by_what_is_checked = noClasses()
            .that()
            .resideOutsideOfPackages(
                    ROOT + "support",
                    ROOT + "local..",
                    ROOT + "proxy",
                    ROOT + "platform.launch",
                    ROOT + "operations.control")
            .and()
            .haveNameNotMatching(".*[.](SlowClientsIT|LogIT|RequestIdIT)([$].*)?")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java[.]net[.](Socket|HttpURLConnection|http[.]HttpClient)")
            .because("RestAssured and RawHttp hold every exchange against the OpenAPI document");

    private static boolean removesFilters(JavaCall<?> call) {
        return call.getTargetOwner().getName().startsWith("io.restassured.") && REMOVALS.contains(call.getName());
    }
}
