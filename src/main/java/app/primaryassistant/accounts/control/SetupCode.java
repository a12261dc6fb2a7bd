package app.primaryassistant.accounts.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.persistence.Migration;
import app.primaryassistant.platform.security.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.logging.Logger;

/** While there is no administrator, each start makes a new code and shows it in the log: who can read the log may set up. */
@ApplicationScoped
public class SetupCode {

    private static final Logger LOG = Logger.getLogger(SetupCode.class.getName());

    void renew(@Observes Migration.SchemaReady ready) {
        Secret code = Secret.random("");
        int made = ready.connection().update("""
                        with old as (delete from setup_code)
                        insert into setup_code (code_hash)
                        select :hash where not exists (select from account where role = 'admin')
                        """, with("hash", code.hash()));
        ready.connection().commit();
        if (made == 1) {
            LOG.info(() -> "There is no administrator yet. Open /setup/ and enter this setup code: " + code.text());
        }
    }
}
