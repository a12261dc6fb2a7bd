package app.primaryassistant.platform.telemetry;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * A log record as one line of JSON, with the id of the request it was written for.
 *
 * <p>The names of the fields are those of the server's own formatter, whose lines precede these until the program is
 * deployed. That one knows nothing of requests, drops the message where there is an exception, and drops the whole record
 * where neither has a text.
 */
final class JsonLines extends Formatter {

    private final JsonBuilderFactory json = Json.createBuilderFactory(Map.of());

    @Override
    public String format(LogRecord record) {
        JsonObjectBuilder line = json.createObjectBuilder()
                .add("Timestamp", record.getInstant().toString())
                .add("Level", record.getLevel().getName())
                .add("LoggerName", text(record.getLoggerName()))
                .add("ThreadName", Thread.currentThread().getName());
        RequestId.current().ifPresent(id -> line.add("RequestId", id));
        line.add("LogMessage", text(formatMessage(record)));
        Optional.ofNullable(record.getThrown())
                .ifPresent(thrown -> line.add(
                        "Throwable",
                        json.createObjectBuilder()
                                .add("Exception", thrown.getClass().getName())
                                .add("StackTrace", trace(thrown))));
        return line.build() + "\n";
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String trace(Throwable thrown) {
        var trace = new StringWriter();
        // Into the record, not to the console: nothing else in the JDK writes a trace with its causes as text.
        thrown.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }
}
