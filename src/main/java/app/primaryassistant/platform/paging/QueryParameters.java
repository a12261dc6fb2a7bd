package app.primaryassistant.platform.paging;

import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.platform.problem.Violation;
import app.primaryassistant.platform.time.CivilDay;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads query parameters so that one that is none is a 400 that names it, where JAX-RS by itself would answer 404, and a day
 * that the program does not know is a 422 that does, where PostgreSQL or the arithmetic of days would fail.
 */
@Provider
public final class QueryParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        if (type == UUID.class && has(annotations, PathParam.class)) {
            return (ParamConverter<T>) new Reading<>(UUID::fromString, Problem.notFound());
        }
        String name = queryName(annotations);
        if (name == null) {
            return null;
        }
        if (type == LocalDate.class) {
            return (ParamConverter<T>)
                    new Reading<>(text -> day(name, text), malformed(name, "must be a date such as 2026-03-31"));
        }
        if (type == int.class || type == Integer.class) {
            return (ParamConverter<T>) new Reading<>(Integer::valueOf, malformed(name, "must be a whole number"));
        }
        if (type == boolean.class || type == Boolean.class) {
            return (ParamConverter<T>) new Reading<>(QueryParameters::truth, malformed(name, "must be true or false"));
        }
        if (type == UUID.class) {
            return (ParamConverter<T>) new Reading<>(UUID::fromString, malformed(name, "must be an id"));
        }
        return null;
    }

    private static LocalDate day(String name, String text) {
        LocalDate day = LocalDate.parse(text);
        if (!CivilDay.isInRange(day)) {
            throw Problem.invalid(Violation.query(name, CivilDay.RANGE));
        }
        return day;
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Problem malformed(String name, String message) {
        return Problem.malformed(Violation.query(name, message));
    }

    private static @Nullable String queryName(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst()
                .orElse(null);
    }

    private static boolean has(Annotation[] annotations, Class<? extends Annotation> type) {
        return Arrays.stream(annotations).anyMatch(type::isInstance);
    }

    private record Reading<T>(Function<String, T> parse, Problem otherwise) implements ParamConverter<T> {

        @Override
        @SuppressWarnings("NullAway") // JAX-RS passes null for an absent parameter and takes null back.
        public T fromString(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return null;
            }
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                throw otherwise;
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
