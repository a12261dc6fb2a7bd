--liquibase formatted sql

--changeset primary-assistant:operations-001-nightly-work splitStatements:false
--comment Of many replicas the first one that asks does the work of a night. The application has no right on the table itself.
create table nightly_work (
    task text primary key,
    day  date not null
);
alter table nightly_work enable row level security;

create function claim_nightly_work(the_task text, the_day date) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as
$$
begin
    insert into nightly_work as w (task, day) values (the_task, the_day)
    on conflict (task) do update set day = excluded.day where w.day < excluded.day;
    return found;
end
$$;
revoke all on function claim_nightly_work(text, date) from public;
grant execute on function claim_nightly_work(text, date) to ${applicationRole};
--rollback drop function claim_nightly_work(text, date); drop table nightly_work;

--changeset primary-assistant:operations-001-backup-run splitStatements:false
--comment What became of the backups that the program made. It holds nothing of anybody, and is written and read through functions.
create table backup_run (
    id          uuid primary key,
    started_at  timestamptz not null,
    step        text        not null,
    step_at     timestamptz not null,
    finished_at timestamptz,
    file        text,
    size        bigint,
    error       text,
    check (num_nonnulls(file, error) = case when finished_at is null then 0 else 1 end)
);
comment on column backup_run.size is 'In bytes';
create index backup_run_started on backup_run (started_at desc);
create unique index backup_run_one_at_a_time on backup_run ((true)) where finished_at is null;
alter table backup_run enable row level security;

create function begin_backup_run(the_id uuid) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as
$$
begin
    -- Whoever wrote no step for half an hour has been killed.
    update backup_run set finished_at = now(), error = 'It was interrupted.'
    where finished_at is null and step_at < now() - interval '30 minutes';
    insert into backup_run (id, started_at, step, step_at) values (the_id, now(), 'begin', now()) on conflict do nothing;
    return found;
end
$$;

create function step_backup_run(the_id uuid, the_step text) returns void
    language plpgsql security definer set search_path = public, pg_temp as
$$
begin
    update backup_run set step = the_step, step_at = now() where id = the_id and finished_at is null;
end
$$;

create function end_backup_run(the_id uuid, the_file text, the_size bigint, the_error text) returns void
    language plpgsql security definer set search_path = public, pg_temp as
$$
begin
    update backup_run set finished_at = now(), file = the_file, size = the_size, error = the_error where id = the_id;
    delete from backup_run where started_at < now() - interval '1 year';
end
$$;

create function backup_runs(how_many integer) returns setof backup_run
    language sql stable security definer set search_path = public, pg_temp as
$$
    select * from backup_run order by started_at desc, id desc limit how_many;
$$;

revoke all on function begin_backup_run(uuid), step_backup_run(uuid, text), end_backup_run(uuid, text, bigint, text), backup_runs(integer) from public;
grant execute on function begin_backup_run(uuid), step_backup_run(uuid, text), end_backup_run(uuid, text, bigint, text), backup_runs(integer) to ${applicationRole};
--rollback drop function begin_backup_run(uuid); drop function step_backup_run(uuid, text); drop function end_backup_run(uuid, text, bigint, text); drop function backup_runs(integer); drop table backup_run;
