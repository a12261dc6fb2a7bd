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

/** Hears from the database, for as long as the program runs, whose identity has changed in whatever replica. */
@ApplicationScoped
public class IdentityChanges {

    private static final String CHANNEL = "identity_changed";

    @Inject
    private Settings settings;

    @Inject
    private RememberedCredentials remembered;

    @Resource
    private ManagedThreadFactory threads;

    private @Nullable Notifications notifications;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        notifications = new Notifications(Login.ofApplication(settings), CHANNEL, new Notifications.Hearer() {
            @Override
            public void begins() {
                remembered.begin();
            }

            @Override
            public void hears(String account) {
                remembered.forget(UUID.fromString(account));
            }

            @Override
            public void ends() {
                remembered.end();
            }
        });
        threads.newThread(notifications).start();
    }

    @PreDestroy
    void end() {
        if (notifications != null) {
            notifications.close();
        }
    }
}
