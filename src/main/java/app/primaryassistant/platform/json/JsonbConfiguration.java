package app.primaryassistant.platform.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** One strict JSON binding for all resources: a misspelt property is an error rather than a value lost in silence. */
@Provider
public final class JsonbConfiguration implements ContextResolver<Jsonb> {

    private final Jsonb jsonb = JsonbBuilder.create(
            new JsonbConfig()
                    .setProperty("jsonb.fail-on-unknown-properties", true)
                    .withDeserializers(new WholeNumbers())
                    .withNullValues(false));

    @Override
    public Jsonb getContext(Class<?> type) {
        return jsonb;
    }
}
