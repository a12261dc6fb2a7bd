--liquibase formatted sql

--changeset primary-assistant:programs-002-exercises splitStatements:false rollbackSplitStatements:false
--comment Tells the room of exercises that one is kept for as long as a workout has it, or a program that is followed.
create or replace function exercise_is_kept(owner uuid, exercise uuid) returns boolean
    language sql stable as
$$
    select exists (select from logged_exercise e where e.account_id = owner and e.own_exercise_id = exercise)
        or exists (select from enrolment n
                   where n.account_id = owner and n.ended_at is null and n.program::text like '%' || exercise || '%');
$$;
--rollback create or replace function exercise_is_kept(owner uuid, exercise uuid) returns boolean language sql stable as $$ select false; $$;

--changeset primary-assistant:programs-002-purge splitStatements:false runOnChange:true
--comment What was deleted before that moment can no longer be restored.
drop function if exists purge_programs();
create or replace function purge_programs(deleted_before timestamptz) returns bigint
    language sql security definer set search_path = public, pg_temp as
$$
    with gone as (delete from program where deleted_at < deleted_before returning 1)
    select count(*) from gone;
$$;
revoke all on function purge_programs(timestamptz) from public;
grant execute on function purge_programs(timestamptz) to ${applicationRole};
--rollback drop function purge_programs(timestamptz);
