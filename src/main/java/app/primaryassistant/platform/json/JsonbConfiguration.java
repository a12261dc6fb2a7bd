package app.primaryassistant.platform.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.yasson.YassonJsonb;

/** One strict JSON binding for all resources: a misspelt property, or one that comes twice, is an error rather than a value lost in silence. */
@Provider
public final class JsonbConfiguration implements ContextResolver<Jsonb> {

    private final Jsonb jsonb = strict(new JsonbConfig()
            .setProperty("jsonb.fail-on-unknown-properties", true)
            .withDeserializers(new WholeNumbers())
            .withNullValues(false));

    private static Jsonb strict(JsonbConfig config) {
        return new StrictJsonb((YassonJsonb) JsonbBuilder.create(config));
    }

    @Override
    public Jsonb getContext(Class<?> type) {
        return jsonb;
    }
}
