package app.primaryassistant.platform.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.yasson.YassonJsonb;

/**
 * Reads what is one JSON document from beginning to end. The binding itself stops at the last brace, whatever follows it, and
 * takes the last of two values that have the same name.
 */
@SuppressWarnings("TypeParameterUnusedInFormals") // It is so in the interface.
final class StrictJsonb implements Jsonb {

    private final YassonJsonb jsonb;
    private final JsonParserFactory parsers = JsonProvider.provider().createParserFactory(Map.of());

    StrictJsonb(YassonJsonb jsonb) {
        this.jsonb = jsonb;
    }

    @Override
    public <T> T fromJson(InputStream stream, Type type) {
        return read(parsers.createParser(stream, StandardCharsets.UTF_8), type);
    }

    @Override
    public <T> T fromJson(InputStream stream, Class<T> type) {
        return fromJson(stream, (Type) type);
    }

    @Override
    public <T> T fromJson(Reader reader, Type type) {
        return read(parsers.createParser(reader), type);
    }

    @Override
    public <T> T fromJson(Reader reader, Class<T> type) {
        return fromJson(reader, (Type) type);
    }

    @Override
    public <T> T fromJson(String text, Type type) {
        return fromJson(new StringReader(text), type);
    }

    @Override
    public <T> T fromJson(String text, Class<T> type) {
        return fromJson(text, (Type) type);
    }

    private <T> T read(JsonParser parser, Type type) {
        var strict = new StrictParser(parser);
        T value = jsonb.fromJson(strict, type);
        strict.requireEnd();
        return value;
    }

    @Override
    public String toJson(Object value) {
        return jsonb.toJson(value);
    }

    @Override
    public String toJson(Object value, Type type) {
        return jsonb.toJson(value, type);
    }

    @Override
    public void toJson(Object value, Writer writer) {
        jsonb.toJson(value, writer);
    }

    @Override
    public void toJson(Object value, Type type, Writer writer) {
        jsonb.toJson(value, type, writer);
    }

    @Override
    public void toJson(Object value, OutputStream stream) {
        jsonb.toJson(value, stream);
    }

    @Override
    public void toJson(Object value, Type type, OutputStream stream) {
        jsonb.toJson(value, type, stream);
    }

    @Override
    public void close() throws Exception {
        jsonb.close();
    }
}
