package app.primaryassistant.platform.persistence;

import app.primaryassistant.platform.persistence.ActingAccount.Envelope;
import app.primaryassistant.platform.vocabulary.Keyed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** A statement whose parameters have names, taken apart once. */
final class SqlText {

    /** What looks like a parameter and is none comes first: texts, quoted names, comments and casts. */
    private static final Pattern PARTS =
            Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|--[^\\n]*|::|:(?<name>[a-zA-Z][a-zA-Z0-9]*)");

    /** The texts are constants, or put together of constants, so there are only so many. */
    private static final Map<String, SqlText> KNOWN = new ConcurrentHashMap<>();

    private final String named;
    private final String text;
    private final List<String> names = new ArrayList<>();
    private final Map<Class<?>, RowMapper<?>> mappers = new ConcurrentHashMap<>();

    private final Map<Envelope, SqlText> enclosed = new ConcurrentHashMap<>();

    /** One for each question mark, as PostgreSQL infers it; empty where nobody has asked. */
    private List<String> types = List.of();

    private SqlText(String named) {
        this.named = named;
        var positional = new StringBuilder();
        var parts = PARTS.matcher(named);
        while (parts.find()) {
            String name = parts.group("name");
            if (name != null) {
                names.add(name);
                parts.appendReplacement(positional, "?");
            }
        }
        text = parts.appendTail(positional).toString();
    }

    static SqlText of(String named) {
        return KNOWN.computeIfAbsent(named, SqlText::new);
    }

    /**
     * This statement together with others.
     *
     * <p>Every parameter is sent with its type. The driver would describe the statement for the sake of an untyped one, learn that
     * the length of its rows is unbounded, and from then on wait for the other answers before it sends this one.
     */
    SqlText in(Envelope envelope, Connection connection, Parameters parameters) throws SQLException {
        SqlText known = enclosed.get(envelope);
        if (known == null) {
            known = new SqlText(envelope.before() + named + envelope.after());
            List<String> all = new ArrayList<>(SqlText.of(envelope.before()).describe(connection, parameters));
            all.addAll(describe(connection, parameters));
            known.types = all;
            enclosed.put(envelope, known);
        }
        return known;
    }

    /** The types of the parameters, which PostgreSQL infers with the help of those values that have a type themselves. */
    private List<String> describe(Connection connection, Parameters values) throws SQLException {
        List<String> described = new ArrayList<>();
        try (var statement = prepare(connection, values)) {
            var parameters = statement.getParameterMetaData();
            for (int i = 1; i <= names.size(); i++) {
                described.add(parameters.getParameterTypeName(i));
            }
        }
        return described;
    }

    /** With question marks in place of the names. */
    String positional() {
        return text;
    }

    /** One for each question mark. */
    List<String> names() {
        return List.copyOf(names);
    }

    PreparedStatement prepare(Connection connection, Parameters parameters) throws SQLException {
        var statement = connection.prepareStatement(text);
        try {
            for (int i = 0; i < names.size(); i++) {
                bind(connection, statement, i + 1, parameters.get(names.get(i)), types.isEmpty() ? null : types.get(i));
            }
            return statement;
        } catch (SQLException | RuntimeException failed) {
            statement.close();
            throw failed;
        }
    }

    /** The mapper for the rows of this statement, which always have the same columns. */
    @SuppressWarnings("unchecked")
    <T> RowMapper<T> mapper(Class<T> type, ResultSet rows) throws SQLException {
        var mapper = (RowMapper<T>) mappers.get(type);
        if (mapper == null) {
            mapper = RowMapper.of(type, rows.getMetaData());
            mappers.put(type, mapper);
        }
        return mapper;
    }

    private static void bind(
            Connection connection,
            PreparedStatement statement,
            int place,
            @Nullable Object value,
            @Nullable String type)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(place, Types.NULL, type);
            case Optional<?> optional -> bind(connection, statement, place, optional.orElse(null), type);
            case Instant instant -> statement.setObject(place, instant.atOffset(ZoneOffset.UTC));
            case Keyed term -> bind(connection, statement, place, term.key(), type);
            case String string when type != null -> statement.setObject(place, typed(string, type));
            case List<?> list -> statement.setArray(place, connection.createArrayOf(elementType(list), elements(list)));
            default -> statement.setObject(place, value);
        }
    }

    private static PGobject typed(String value, String type) throws SQLException {
        var typed = new PGobject();
        typed.setType(type);
        typed.setValue(value);
        return typed;
    }

    private static Object[] elements(List<?> list) {
        return list.stream()
                .map(element -> element instanceof Keyed term ? term.key() : element)
                .toArray();
    }

    private static String elementType(List<?> list) {
        return switch (list.stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(Object.class::cast)
                .orElse("")) {
            case UUID id -> "uuid";
            case Integer number -> "int4";
            case Long number -> "int8";
            case LocalDate day -> "date";
            default -> "text";
        };
    }
}
