package app.primaryassistant.platform.json;

import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;

/** Refuses a number with a fraction where a whole one is meant; the binding itself would cut 2.5 down to 2 without a word. */
final class WholeNumbers implements JsonbDeserializer<Integer> {

    @Override
    public Integer deserialize(JsonParser parser, DeserializationContext context, Type type) {
        try {
            return parser.getBigDecimal().intValueExact();
        } catch (ArithmeticException | IllegalStateException notWhole) {
            throw new JsonbException("Not a whole number", notWhole);
        }
    }
}
