--liquibase formatted sql

--changeset primary-assistant:metrics-002-observations-of-own-metrics
--comment Deleting an own metric asks whether anything was measured by it, and would read all that the account has.
create index observation_own_metric on observation (account_id, own_metric) where own_metric is not null;
--rollback drop index observation_own_metric;
