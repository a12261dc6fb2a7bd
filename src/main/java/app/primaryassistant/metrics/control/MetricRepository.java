package app.primaryassistant.metrics.control;

import app.primaryassistant.metrics.entity.OwnMetric;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An account's own metrics. */
@ApplicationScoped
public class MetricRepository {

    @PersistenceContext
    private EntityManager entities;

    public List<OwnMetric> own(UUID owner) {
        return entities.createQuery("select m from OwnMetric m where m.account = :owner order by m.name, m.key", OwnMetric.class)
                .setParameter("owner", owner)
                .getResultList();
    }

    public Optional<OwnMetric> find(UUID owner, String key) {
        return entities.createQuery("select m from OwnMetric m where m.account = :owner and m.key = :key", OwnMetric.class)
                .setParameter("owner", owner)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    /** Fails with a unique violation where the account has a metric of that key. */
    public void add(OwnMetric metric) {
        entities.persist(metric);
        entities.flush();
    }

    /** Returns whether there was such a metric. Fails with a foreign key violation where observations refer to it. */
    public boolean delete(UUID owner, String key) {
        return entities.createQuery("delete from OwnMetric m where m.account = :owner and m.key = :key")
                        .setParameter("owner", owner)
                        .setParameter("key", key)
                        .executeUpdate()
                == 1;
    }
}
