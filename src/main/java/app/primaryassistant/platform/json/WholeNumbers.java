package app.primaryassistant.platform.json;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Refuses a number with a fraction where a whole one is meant; the binding itself would cut 2.5 down to 2 without a word. */
final class WholeNumbers implements JsonbDeserializer<Integer> {

    @Override
    public @Nullable Integer deserialize(JsonParser parser, DeserializationContext context, Type type) {
        return switch (parser.getValue()) {
            case JsonNumber number -> exactly(number);
            case JsonValue none when none == JsonValue.NULL -> null;
            default -> throw new JsonbException("Not a number");
        };
    }

    private static int exactly(JsonNumber number) {
        try {
            return number.intValueExact();
        } catch (ArithmeticException notWhole) {
            throw new JsonbException("Not a whole number", notWhole);
        }
    }
}
