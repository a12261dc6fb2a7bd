package app.primaryassistant.platform.persistence;

import app.primaryassistant.platform.vocabulary.Keyed;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Maps the current row to a record, by the names of its components, or to the one value it has.
 *
 * <p>A component {@code localDate} is read from the column {@code local_date}. A component that is a record itself is read
 * from the columns of the same row; an {@link Optional} of a record is empty where the first of its columns is null. Null
 * is allowed where a component is {@code @Nullable} or an {@link Optional}, and an array that is null is an empty list.
 */
interface RowMapper<T> {

    T map(ResultSet row) throws SQLException;

    /** Maps rows that have these columns. */
    static <T> RowMapper<T> of(Class<T> type, ResultSetMetaData columns) throws SQLException {
        if (!type.isRecord()) {
            var reader = Readers.of(type);
            return row -> type.cast(required(reader.read(row, 1), "the only column"));
        }
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            indexes.put(columns.getColumnLabel(i), i);
        }
        return ofRecord(type, indexes);
    }

    private static <T> RowMapper<T> ofRecord(Class<T> type, Map<String, Integer> columns) {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<T> constructor = constructor(type, components);
        List<Part> parts = Arrays.stream(components)
                .map(part -> ofComponent(part, columns))
                .toList();
        return row -> {
            var values = new Object[parts.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = parts.get(i).read(row);
            }
            try {
                return constructor.newInstance(values);
            } catch (InvocationTargetException refused) {
                throw new IllegalStateException(refused.getCause());
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        };
    }

    private static Part ofComponent(RecordComponent component, Map<String, Integer> columns) {
        if (component.getType().isRecord()) {
            return ofRecord(component.getType(), columns)::map;
        }
        if (component.getGenericType() instanceof ParameterizedType optional
                && optional.getRawType() == Optional.class
                && optional.getActualTypeArguments()[0] instanceof Class<?> type
                && type.isRecord()) {
            return ofOptionalRecord(type, columns);
        }
        String column = column(component);
        int index = index(component, columns);
        Reader reader = Readers.of(component.getGenericType());
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return nullable ? row -> reader.read(row, index) : row -> required(reader.read(row, index), column);
    }

    private static Part ofOptionalRecord(Class<?> type, Map<String, Integer> columns) {
        RowMapper<?> present = ofRecord(type, columns);
        int first = index(type.getRecordComponents()[0], columns);
        return row -> row.getString(first) == null ? Optional.empty() : Optional.of(present.map(row));
    }

    private static int index(RecordComponent component, Map<String, Integer> columns) {
        Integer index = columns.get(column(component));
        if (index == null) {
            throw new IllegalArgumentException(
                    "No column " + column(component) + " for " + component.getDeclaringRecord());
        }
        return index;
    }

    private static String column(RecordComponent component) {
        return component.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static Object required(@Nullable Object value, String column) {
        if (value == null) {
            throw new IllegalStateException("Null in " + column);
        }
        return value;
    }

    private static <T> Constructor<T> constructor(Class<T> type, RecordComponent[] components) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reads one component of a record. */
    interface Part {
        @Nullable
        Object read(ResultSet row) throws SQLException;
    }

    /** Reads one value. */
    interface Reader {
        @Nullable
        Object read(ResultSet row, int column) throws SQLException;
    }

    /** The readers of single values, by their type. */
    final class Readers {

        /** None goes by {@code getObject} with a class: the pool looks that up by reflection, which costs more than the query. */
        private static final Map<Type, Reader> SIMPLE = Map.ofEntries(
                Map.entry(String.class, ResultSet::getString),
                Map.entry(BigDecimal.class, ResultSet::getBigDecimal),
                Map.entry(UUID.class, ResultSet::getObject),
                Map.entry(byte[].class, ResultSet::getBytes),
                Map.entry(boolean.class, orNull(ResultSet::getBoolean)),
                Map.entry(int.class, orNull(ResultSet::getInt)),
                Map.entry(long.class, orNull(ResultSet::getLong)),
                Map.entry(double.class, orNull(ResultSet::getDouble)),
                Map.entry(Boolean.class, orNull(ResultSet::getBoolean)),
                Map.entry(Integer.class, orNull(ResultSet::getInt)),
                Map.entry(Long.class, orNull(ResultSet::getLong)),
                Map.entry(Double.class, orNull(ResultSet::getDouble)),
                Map.entry(LocalDate.class, then(ResultSet::getString, text -> LocalDate.parse((String) text))),
                Map.entry(Instant.class, then(ResultSet::getTimestamp, at -> ((Timestamp) at).toInstant())));

        private Readers() {}

        static Reader of(Type type) {
            if (type instanceof ParameterizedType parameterized) {
                Type element = parameterized.getActualTypeArguments()[0];
                return parameterized.getRawType() == Optional.class ? optional(of(element)) : list(element);
            }
            Reader simple = SIMPLE.get(type);
            if (simple != null) {
                return simple;
            }
            if (type instanceof Class<?> term && term.isEnum() && Keyed.class.isAssignableFrom(term)) {
                return then(ResultSet::getString, terms(term)::get);
            }
            throw new IllegalArgumentException("No column can be read as " + type.getTypeName());
        }

        private static Map<String, Object> terms(Class<?> vocabulary) {
            return Arrays.stream(vocabulary.getEnumConstants())
                    .collect(Collectors.toMap(term -> ((Keyed) term).key(), Function.identity()));
        }

        private static Reader optional(Reader reader) {
            return (row, column) -> Optional.ofNullable(reader.read(row, column));
        }

        private static Reader list(Type element) {
            Function<Object, Object> each = element(element);
            return (row, column) -> {
                Array array = row.getArray(column);
                return array == null
                        ? List.of()
                        : Arrays.stream((Object[]) array.getArray()).map(each).toList();
            };
        }

        /** The driver gives the elements of an array as it likes. */
        private static Function<Object, Object> element(Type type) {
            if (type == LocalDate.class) {
                return day -> ((Date) day).toLocalDate();
            }
            if (type == Instant.class) {
                return at -> ((Timestamp) at).toInstant();
            }
            return type instanceof Class<?> term && term.isEnum() ? terms(term)::get : Function.identity();
        }

        private static Reader orNull(Reader primitive) {
            return (row, column) -> {
                Object value = primitive.read(row, column);
                return row.wasNull() ? null : value;
            };
        }

        private static Reader then(Reader first, Function<Object, ? extends @Nullable Object> mapping) {
            return (row, column) -> {
                Object value = first.read(row, column);
                return value == null ? null : mapping.apply(value);
            };
        }
    }
}
