--liquibase formatted sql

--changeset primary-assistant:platform-001-current-account splitStatements:false
--comment Every policy compares a row's owner with this. Without an account it is null, and a null equals nothing: no rows.
create function current_account() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.account', true), '')::uuid;

grant usage on schema public to ${applicationRole};
revoke create on schema public from public;
--rollback drop function current_account();
