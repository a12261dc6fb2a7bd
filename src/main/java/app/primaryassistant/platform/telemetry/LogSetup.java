package app.primaryassistant.platform.telemetry;

import app.primaryassistant.platform.config.Settings;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes over the server's log for the time the program is deployed: the level of {@code LOG_LEVEL}, {@link RepeatedRecords}
 * and, where the server writes JSON, {@link JsonLines}. What is written for people to read, as in development, stays as it is.
 *
 * <p>A level below INFO is for the program's own lines: the server's would quote what people have entered.
 */
@ApplicationScoped
public class LogSetup {

    private static final String SERVER_JSON = "fish.payara.enterprise.server.logging.JSONLogFormatter";
    private static final Logger SERVER = Logger.getLogger("");

    /** Held here, as the log itself would forget the logger, and its level with it. */
    private static final Logger PROGRAM = Logger.getLogger("app.primaryassistant");

    private final Map<Handler, Formatter> replaced = new HashMap<>();
    private final Map<Handler, RepeatedRecords> counting = new HashMap<>();
    private final Map<Handler, @Nullable Filter> filters = new HashMap<>();

    @Resource
    private ManagedScheduledExecutorService timer;

    private @Nullable Future<?> counts;

    @Inject
    private Settings settings;

    /** Before all others that begin with the program, so that what they log is as it was set up. */
    void begin(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) @Initialized(ApplicationScoped.class)
                    Object started) {
        for (Handler handler : SERVER.getHandlers()) {
            Formatter formatter = handler.getFormatter();
            if (formatter != null && formatter.getClass().getName().equals(SERVER_JSON)) {
                replaced.put(handler, formatter);
                handler.setFormatter(new JsonLines());
            }
            var repeated = new RepeatedRecords(handler.getFilter());
            filters.put(handler, handler.getFilter());
            counting.put(handler, repeated);
            handler.setFilter(repeated);
        }
        counts = timer.scheduleAtFixedRate(this::count, 1, 1, TimeUnit.MINUTES);
        LogLevel.named(settings.get("LOG_LEVEL"))
                .ifPresentOrElse(
                        LogSetup::setLevel,
                        () -> PROGRAM.warning("LOG_LEVEL must be ERROR, WARNING, INFO, DEBUG or TRACE; using INFO"));
    }

    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object ended) {
        if (counts != null) {
            counts.cancel(false);
        }
        count();
        filters.forEach(Handler::setFilter);
        replaced.forEach(Handler::setFormatter);
    }

    private void count() {
        counting.forEach((handler, repeated) -> repeated.counts().forEach(handler::publish));
    }

    private static void setLevel(Level wanted) {
        PROGRAM.setLevel(wanted);
        boolean quiet = wanted.intValue() > Level.INFO.intValue();
        for (Handler handler : SERVER.getHandlers()) {
            if (quiet || handler.getLevel().intValue() > wanted.intValue()) {
                handler.setLevel(wanted);
            }
        }
    }
}
