package app.primaryassistant.platform.telemetry;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jspecify.annotations.Nullable;

/**
 * How the connections to the database are used.
 *
 * <p>The server shows this only where its monitoring is on, which costs every request something, and never for the pool of
 * an application. So the pool itself is asked, by reflection, for its classes are in no artifact one could compile against.
 * A gauge that cannot be read is left out by the server; nothing else depends on these.
 */
@ApplicationScoped
public class PoolGauges {

    @Resource(lookup = "java:app/AppName")
    private String application;

    @Inject
    private MetricRegistry registry;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        var connections = named("assistant_pool_connections", "Connections to the database");
        registry.gauge(
                connections,
                () -> (Number) ask(ask(pool(), "getPoolStatus"), "getNumConnUsed"),
                new Tag("state", "used"));
        registry.gauge(
                connections,
                () -> (Number) ask(ask(pool(), "getPoolStatus"), "getNumConnFree"),
                new Tag("state", "free"));
        registry.gauge(named("assistant_pool_limit", "Maximum number of connections in the pool"), () ->
                (Number) ask(pool(), "getMaxPoolSize"));
        registry.gauge(named("assistant_pool_waiting", "Requests waiting for a connection"), () ->
                (Number) ask(ask(pool(), "getPoolWaitQueue"), "getQueueLength"));
    }

    private static Metadata named(String name, String description) {
        return Metadata.builder().withName(name).withDescription(description).build();
    }

    /** Looked up each time: before the first connection there may be none. */
    private Object pool() {
        try {
            Object server = Class.forName("com.sun.enterprise.connectors.ConnectorRuntime")
                    .getMethod("getRuntime")
                    .invoke(null);
            Object pools = ask(server, "getPoolManager");
            Class<?> name = Class.forName("org.glassfish.resourcebase.resources.api.PoolInfo");
            Object own = name.getConstructor(String.class)
                    .newInstance("__SYSTEM/pools/__datasource_definition/" + application + "/java:app/jdbc/assistant");
            return known(pools.getClass().getMethod("getPool", name).invoke(pools, own));
        } catch (ReflectiveOperationException unknown) {
            throw new IllegalStateException(unknown);
        }
    }

    private static Object ask(Object part, String question) {
        try {
            return known(part.getClass().getMethod(question).invoke(part));
        } catch (ReflectiveOperationException unknown) {
            throw new IllegalStateException(unknown);
        }
    }

    /** @throws IllegalStateException for null, as the server expects from a gauge without a value */
    private static Object known(@Nullable Object answer) {
        if (answer == null) {
            throw new IllegalStateException("The pool does not report it");
        }
        return answer;
    }
}
