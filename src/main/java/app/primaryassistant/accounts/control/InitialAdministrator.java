package app.primaryassistant.accounts.control;

import static app.primaryassistant.platform.persistence.Parameters.with;

import app.primaryassistant.platform.persistence.DirectConnection;
import app.primaryassistant.platform.persistence.Ids;

/** An administrator who is made by whoever can reach the database as the role that owns the schema. */
public record InitialAdministrator(String name, String passwordHash) {

    /** @throws app.primaryassistant.platform.persistence.DatabaseUnavailable also where the name is taken */
    public void insert(DirectConnection owner) {
        owner.update("""
                with made as (
                    insert into account (id, name, password_hash, role, created_at, version)
                    values (:id, :name, :password, 'admin', server_now(), 1) returning id, name
                )
                insert into profile (account_id, display_name, zone, locale, mass, length, temperature, glucose, version)
                select id, name, 'UTC', 'en', 'kg', 'cm', '°C', 'mmol/L', 1 from made
                """, with("id", Ids.next()).and("name", name).and("password", passwordHash));
    }
}
