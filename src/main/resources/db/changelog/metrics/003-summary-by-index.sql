--liquibase formatted sql

--changeset primary-assistant:metrics-003-summary-by-index
--comment A summary reads a year of every metric. Rows of one account lie scattered over the table, day by day, and each would be a page to read; in this index they lie side by side, with all that the summary asks for.
drop index observation_metric_timeline;
create index observation_metric_timeline on observation (account_id, metric, local_date desc, recorded_at desc, id desc)
    include (value, entered_value, entered_unit) where deleted_at is null;
--rollback drop index observation_metric_timeline; create index observation_metric_timeline on observation (account_id, metric, local_date desc, recorded_at desc, id desc) where deleted_at is null;
