--liquibase formatted sql

--changeset primary-assistant:exercises-006-uses splitStatements:false rollbackSplitStatements:false
--comment This room knows nothing of those that log exercises. They say when an exercise was done, and what keeps it from being purged, by replacing these two functions.
create function exercise_uses(owner uuid, exercise uuid) returns table (local_date date)
    language sql stable parallel safe as
$$
    select null::date where false;
$$;
comment on function exercise_uses(uuid, uuid) is 'The days on which an account has done an exercise';

create function exercise_is_kept(owner uuid, exercise uuid) returns boolean
    language sql stable as
$$
    select false;
$$;
comment on function exercise_is_kept(uuid, uuid) is 'Whether something still names an exercise that was deleted';
--rollback drop function exercise_is_kept(uuid, uuid); drop function exercise_uses(uuid, uuid);

--changeset primary-assistant:exercises-006-purge splitStatements:false runOnChange:true
--comment What was deleted before that moment can no longer be restored; an exercise stays for as long as something names it.
drop function if exists purge_exercises();
create or replace function purge_exercises(deleted_before timestamptz) returns bigint
    language sql security definer set search_path = public, pg_temp as
$$
    with gone as (
        delete from own_exercise x
        where deleted_at < deleted_before and not exercise_is_kept(x.account_id, x.id) returning 1
    )
    select count(*) from gone;
$$;
revoke all on function purge_exercises(timestamptz) from public;
grant execute on function purge_exercises(timestamptz) to ${applicationRole};
--rollback drop function purge_exercises(timestamptz);
