package app.primaryassistant.accounts.control;

import app.primaryassistant.platform.config.Settings;
import app.primaryassistant.platform.persistence.Login;
import app.primaryassistant.platform.persistence.Notifications;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the cache of credentials in step with the changes that any replica makes. */
@ApplicationScoped
public class IdentityChangeListener {

    private static final String CHANNEL = "identity_changed";

    @Inject
    private Settings settings;

    @Inject
    private CredentialCache cache;

    @Resource
    private ManagedThreadFactory threads;

    private @Nullable Notifications notifications;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        notifications = new Notifications(Login.ofApplication(settings), CHANNEL, new Notifications.Listener() {
            @Override
            public void connected() {
                cache.enable();
            }

            @Override
            public void received(String account) {
                cache.invalidate(UUID.fromString(account));
            }

            @Override
            public void disconnected() {
                cache.disable();
            }
        });
        threads.newThread(notifications).start();
    }

    @PreDestroy
    void stop() {
        if (notifications != null) {
            notifications.close();
        }
    }
}
