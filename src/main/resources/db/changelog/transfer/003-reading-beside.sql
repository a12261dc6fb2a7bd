--liquibase formatted sql

--changeset primary-assistant:transfer-003-reading-beside splitStatements:false
--comment A file is read after its request was answered. Until then it is analysing; it may prove unreadable (refused), or be called off meanwhile (cancelled), which nobody sees and whoever reads it tidies up.
alter table import drop constraint import_state_check;
alter table import add constraint import_state_check
    check (state in ('analysing', 'refused', 'cancelled', 'asked', 'ready', 'applying', 'applied', 'undone'));
drop index import_waiting;
create index import_waiting on import (created_at) where state in ('analysing', 'refused', 'cancelled', 'asked', 'ready');
--rollback delete from import where state in ('analysing', 'refused', 'cancelled'); alter table import drop constraint import_state_check; alter table import add constraint import_state_check check (state in ('asked', 'ready', 'applying', 'applied', 'undone')); drop index import_waiting; create index import_waiting on import (created_at) where state in ('asked', 'ready');

--changeset primary-assistant:transfer-003-source splitStatements:false
--comment What was answered for one file is taken for the next one from the same source: a program, or a table with the same columns. Of older tables the columns are not known.
alter table import add column source text check (length(source) <= 100);
update import set source = format where format <> 'plain';
create index import_source on import (account_id, source, created_at desc);
--rollback alter table import drop column source;

--changeset primary-assistant:transfer-003-reserve-range splitStatements:false
--comment What waits came by the range that repetitions in reserve had before.
update import_set set rir = 10 where rir > 10;
--rollback select 1;
