package app.primaryassistant.platform.telemetry;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * How the connections to the database are used.
 *
 * <p>The server shows this only where its monitoring is on, which costs every request something, and never for the pool of
 * an application. So the pool itself is asked, by reflection, for its classes are in no artifact one could compile against.
 * Where a newer server has other ones, these gauges are missing and the log says so; nothing else depends on them.
 */
@ApplicationScoped
public class PoolGauges {

    private static final Logger LOG = Logger.getLogger(PoolGauges.class.getName());

    @Resource(lookup = "java:app/AppName")
    private String application;

    @Inject
    private MetricRegistry registry;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        try {
            Object pool = pool();
            Supplier<Object> status = () -> ask(pool, "getPoolStatus");
            gauge("assistant_pool_connections", "used", "Connections to the database", () -> ask(status.get(), "getNumConnUsed"));
            gauge("assistant_pool_connections", "free", "Connections to the database", () -> ask(status.get(), "getNumConnFree"));
            gauge("assistant_pool_limit", "", "The most connections the pool may open", () -> ask(pool, "getMaxPoolSize"));
            gauge("assistant_pool_waiting", "", "Requests waiting for a connection", () -> ask(ask(pool, "getPoolWaitQueue"), "getQueueLength"));
        } catch (ReflectiveOperationException | IllegalStateException unknown) {
            LOG.log(Level.WARNING, "The connection pool cannot be observed", unknown);
        }
    }

    private Object pool() throws ReflectiveOperationException {
        Object runtime = Class.forName("com.sun.enterprise.connectors.ConnectorRuntime").getMethod("getRuntime").invoke(null);
        Class<?> name = Class.forName("org.glassfish.resourcebase.resources.api.PoolInfo");
        Object own = name.getConstructor(String.class)
                .newInstance("__SYSTEM/pools/__datasource_definition/" + application + "/java:app/jdbc/assistant");
        Object pools = ask(runtime, "getPoolManager");
        Object pool = pools.getClass().getMethod("getPool", name).invoke(pools, own);
        if (pool == null) {
            throw new IllegalStateException("There is none of the expected name");
        }
        return pool;
    }

    private void gauge(String name, String state, String description, Supplier<Object> value) {
        var metadata = Metadata.builder().withName(name).withDescription(description).build();
        Tag[] tags = state.isEmpty() ? new Tag[0] : new Tag[] {new Tag("state", state)};
        registry.gauge(metadata, () -> (Number) value.get(), tags);
    }

    private static Object ask(Object part, String question) {
        try {
            return part.getClass().getMethod(question).invoke(part);
        } catch (ReflectiveOperationException unknown) {
            throw new IllegalStateException(unknown);
        }
    }
}
