package app.primaryassistant.platform.persistence;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a statement's parameters, by name: {@code with("owner", owner).and("limit", 20)}.
 *
 * <p>Null and an empty {@link java.util.Optional} are SQL's null. Lists become arrays, of what their elements are; an empty
 * one is an array of text, so a statement casts it where it compares anything else. A term of a vocabulary is bound by its key.
 */
public final class Parameters {

    private final Map<String, @Nullable Object> values = new HashMap<>();

    private Parameters() {}

    public static Parameters none() {
        return new Parameters();
    }

    public static Parameters with(String name, @Nullable Object value) {
        return new Parameters().and(name, value);
    }

    /** The components of a record, by their names. */
    public static Parameters of(Record components) {
        var parameters = new Parameters();
        for (RecordComponent component : components.getClass().getRecordComponents()) {
            parameters.and(component.getName(), value(component, components));
        }
        return parameters;
    }

    public Parameters and(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    /** Those of another one too. */
    Parameters and(Parameters others) {
        values.putAll(others.values);
        return this;
    }

    @Nullable
    Object get(String name) {
        Object value = values.get(name);
        if (value == null && !values.containsKey(name)) {
            throw new IllegalArgumentException("No value for the parameter " + name);
        }
        return value;
    }

    private static @Nullable Object value(RecordComponent component, Record components) {
        try {
            return component.getAccessor().invoke(components);
        } catch (ReflectiveOperationException inaccessible) {
            throw new IllegalStateException(inaccessible);
        }
    }
}
