--liquibase formatted sql

--changeset primary-assistant:transfer-002-editions splitStatements:false
--comment A later file may hold more of a workout than an earlier one did. What gives way to it is deleted, and comes back when that import is undone.
alter table workout add column superseded_by uuid, add column superseded_key text;
comment on column workout.superseded_by is 'The workout of a later import that it was deleted for';
comment on column workout.superseded_key is 'The content key it had until then, which that one has now';
create index workout_superseded on workout (account_id, superseded_by) where superseded_by is not null;
--rollback alter table workout drop column superseded_by, drop column superseded_key;

--changeset primary-assistant:transfer-002-file-name splitStatements:false
alter table import add column file_name text check (length(file_name) <= 200);
--rollback alter table import drop column file_name;
