package app.primaryassistant.platform.json;

import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Refuses a number with a fraction where a whole one is meant; the binding itself would cut 2.5 down to 2 without a word. */
final class WholeNumbers implements JsonbDeserializer<Integer> {

    /** Of the binding's two parsers one hands out nothing but the number, so that is asked for first. */
    @Override
    public @Nullable Integer deserialize(JsonParser parser, DeserializationContext context, Type type) {
        try {
            return parser.getBigDecimal().intValueExact();
        } catch (ArithmeticException notWhole) {
            throw new JsonbException("Not a whole number", notWhole);
        } catch (IllegalStateException noNumber) {
            if (parser.getValue() == JsonValue.NULL) {
                return null;
            }
            throw new JsonbException("Not a number", noNumber);
        }
    }
}
