--liquibase formatted sql

--changeset primary-assistant:platform-004-purge-by-room splitStatements:false
--comment Each room purges its own tables, by its own function.
drop function if exists purge();
--rollback empty
