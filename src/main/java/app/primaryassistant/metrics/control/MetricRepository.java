package app.primaryassistant.metrics.control;

import app.primaryassistant.metrics.entity.OwnMetric;
import app.primaryassistant.platform.persistence.Entities;
import app.primaryassistant.platform.persistence.RowLimit;
import app.primaryassistant.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An account's own metrics. */
@ApplicationScoped
public class MetricRepository {

    /** More than a page can be used with. */
    public static final int MOST = 100;

    @Inject
    private Entities entities;

    @Inject
    private RowLimit rowLimit;

    public List<OwnMetric> own(UUID owner) {
        return entities.manager()
                .createQuery(
                        "select m from OwnMetric m where m.account = :owner order by m.name, m.key", OwnMetric.class)
                .setParameter("owner", owner)
                .getResultList();
    }

    /** Those after the given one, by name. */
    public List<OwnMetric> page(UUID owner, String name, UUID id, int limit) {
        return entities.manager()
                .createQuery("""
                        select m from OwnMetric m
                        where m.account = :owner and m.name >= :name and (m.name > :name or m.id > :id)
                        order by m.name, m.id
                        """, OwnMetric.class)
                .setParameter("owner", owner)
                .setParameter("name", name)
                .setParameter("id", id)
                .setMaxResults(limit)
                .getResultList();
    }

    public Optional<OwnMetric> find(UUID owner, String key) {
        return entities.manager()
                .createQuery("select m from OwnMetric m where m.account = :owner and m.key = :key", OwnMetric.class)
                .setParameter("owner", owner)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    /**
     * Fails with a unique violation where the account has a metric of that key.
     *
     * @throws Problem if there are {@link #MOST} already
     */
    public void add(UUID owner, OwnMetric metric) {
        rowLimit.requireRoom(
                owner,
                "metrics of your own",
                1,
                MOST,
                () -> entities.manager()
                        .createQuery("select count(m) from OwnMetric m where m.account = :owner", Long.class)
                        .setParameter("owner", owner)
                        .getSingleResult());
        entities.manager().persist(metric);
        entities.manager().flush();
    }

    /** Returns whether there was such a metric. Fails with a foreign key violation where observations refer to it. */
    public boolean delete(UUID owner, String key) {
        return entities.manager()
                        .createQuery("delete from OwnMetric m where m.account = :owner and m.key = :key")
                        .setParameter("owner", owner)
                        .setParameter("key", key)
                        .executeUpdate()
                == 1;
    }
}
