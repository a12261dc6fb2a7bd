package app.primaryassistant.platform.json;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Refuses an object that has a name twice, while it is read: nobody can say which of the two values is meant. */
final class StrictParser implements JsonParser {

    private static final JsonBuilderFactory TREES = Json.createBuilderFactory(Map.of());

    private final JsonParser parser;

    /** The names of each object that is open, the innermost first. */
    private final Deque<Set<String>> names = new ArrayDeque<>();

    /** The name that was read last, if nothing has been read since: the parser makes a new text each time it is asked. */
    private @Nullable String name;

    StrictParser(JsonParser parser) {
        this.parser = parser;
    }

    /** @throws JsonException if anything but white space follows the document */
    void requireEnd() {
        // The parser itself throws where there is more, and reads on to the end of the stream to know.
        if (parser.hasNext()) {
            throw new JsonException("The document has not been read to its end");
        }
    }

    @Override
    public Event next() {
        Event event = parser.next();
        name = null;
        switch (event) {
            case START_OBJECT -> names.push(new HashSet<>());
            case END_OBJECT -> names.pop();
            case KEY_NAME -> name = requireNew(parser.getString());
            default -> {
                // Arrays and values have no names.
            }
        }
        return event;
    }

    private String requireNew(String read) {
        if (!names.element().add(read)) {
            throw new JsonException("An object has a duplicate name");
        }
        return read;
    }

    @Override
    public JsonObject getObject() {
        JsonObjectBuilder object = TREES.createObjectBuilder();
        while (next() != Event.END_OBJECT) {
            String key = getString();
            next();
            object.add(key, getValue());
        }
        return object.build();
    }

    @Override
    public JsonArray getArray() {
        JsonArrayBuilder array = TREES.createArrayBuilder();
        while (next() != Event.END_ARRAY) {
            array.add(getValue());
        }
        return array.build();
    }

    @Override
    public JsonValue getValue() {
        return switch (currentEvent()) {
            case START_OBJECT -> getObject();
            case START_ARRAY -> getArray();
            default -> parser.getValue();
        };
    }

    @Override
    public void skipObject() {
        parser.skipObject();
        names.pop();
    }

    @Override
    public void skipArray() {
        parser.skipArray();
    }

    @Override
    public Stream<JsonValue> getArrayStream() {
        return parser.getArrayStream();
    }

    @Override
    public Stream<Map.Entry<String, JsonValue>> getObjectStream() {
        return parser.getObjectStream();
    }

    @Override
    public Stream<JsonValue> getValueStream() {
        return parser.getValueStream();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public Event currentEvent() {
        return parser.currentEvent();
    }

    @Override
    public String getString() {
        return name == null ? parser.getString() : name;
    }

    @Override
    public boolean isIntegralNumber() {
        return parser.isIntegralNumber();
    }

    @Override
    public int getInt() {
        return parser.getInt();
    }

    @Override
    public long getLong() {
        return parser.getLong();
    }

    @Override
    public BigDecimal getBigDecimal() {
        return parser.getBigDecimal();
    }

    @Override
    public JsonLocation getLocation() {
        return parser.getLocation();
    }

    @Override
    public void close() {
        parser.close();
    }
}
