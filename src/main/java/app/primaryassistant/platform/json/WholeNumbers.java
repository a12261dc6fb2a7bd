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

    /**
     * The binding has two parsers: one of the text, and one of what had to be read before its type was known, such as a rule of
     * a program. They object to what is no number in ways of their own, and the second knows a null by its word alone.
     */
    @Override
    public @Nullable Integer deserialize(JsonParser parser, DeserializationContext context, Type type) {
        try {
            return parser.getBigDecimal().intValueExact();
        } catch (ArithmeticException notWhole) {
            throw new JsonbException("Not a whole number", notWhole);
        } catch (IllegalStateException noNumber) {
            if (parser.getValue().getValueType() == JsonValue.ValueType.NULL) {
                return null;
            }
            throw new JsonbException("Not a number", noNumber);
        } catch (JsonbException noNumber) {
            if (parser.getString().equals(JsonValue.NULL.toString())) {
                return null;
            }
            throw noNumber;
        }
    }
}
