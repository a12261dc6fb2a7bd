package app.primaryassistant.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import app.primaryassistant.local.LocalRun;
import app.primaryassistant.local.TestClock;
import app.primaryassistant.local.Training;
import app.primaryassistant.platform.time.ServerClock;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Set;

/** A program whose day depends on which clock was asked is off by one sooner or later, and so are its tests. */
@AnalyzeClasses(packages = "app.primaryassistant")
class ClockRulesTest {

    private static final Set<String> SYSTEM_CLOCKS =
            Set.of("system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes");

    @ArchTest
    static final ArchRule only_two_classes_read_the_real_clock = noClasses()
            .that()
            .doNotBelongToAnyOf(ServerClock.class, TestClock.class, LocalRun.class, Training.class)
            .and()
            .doNotHaveFullyQualifiedName("app.primaryassistant.local.bench.Bench")
            .should()
            .callCodeUnitWhere(
                    DescribedPredicate.describe("it reads the real clock", ClockRulesTest::readsTheRealClock))
            .because(
                    "the server goes by an injected Clock and tests by TestClock; what only measures takes System.nanoTime()");

    private static boolean readsTheRealClock(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        boolean now = owner.startsWith("java.time.")
                && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.isEquivalentTo(java.time.Clock.class));
        boolean system = owner.equals(java.time.Clock.class.getName()) && SYSTEM_CLOCKS.contains(call.getName());
        boolean millis = owner.equals(System.class.getName()) && call.getName().equals("currentTimeMillis");
        boolean date = (owner.equals(Date.class.getName()) || owner.equals(GregorianCalendar.class.getName()))
                && call.getName().equals("<init>")
                && call.getTarget().getRawParameterTypes().isEmpty();
        return now || system || millis || date;
    }
}
