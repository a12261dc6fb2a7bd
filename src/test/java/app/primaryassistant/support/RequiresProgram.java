package app.primaryassistant.support;

import app.primaryassistant.local.Machine;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * These tests run programs of the machine. Where one is missing they are skipped with the command that installs it, or
 * fail, if {@code -Dstack.required} says that nothing may be left out.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresProgram.Presence.class)
public @interface RequiresProgram {

    /** The names of the programs, which are also those of their Debian packages. */
    String[] value();

    final class Presence implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return AnnotationSupport.findAnnotation(context.getElement(), RequiresProgram.class)
                    .map(required -> evaluate(required.value()))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("No program is required"));
        }

        private static ConditionEvaluationResult evaluate(String... programs) {
            String absent = Stream.of(programs)
                    .filter(program -> Machine.program(program).isEmpty())
                    .collect(Collectors.joining(" "));
            if (absent.isEmpty()) {
                return ConditionEvaluationResult.enabled("All programs are installed");
            }
            String missing = "Not installed: apt-get install " + absent;
            if (Boolean.getBoolean("stack.required")) {
                throw new IllegalStateException(missing);
            }
            return ConditionEvaluationResult.disabled(missing);
        }
    }
}
