--liquibase formatted sql

--changeset primary-assistant:platform-003-server-clock splitStatements:false
--comment The clock that functions go by: PostgreSQL's own, which tests shift together with the server's by the setting app.clock_offset.
create function server_now() returns timestamptz
    language sql stable parallel safe
    return now() + coalesce(nullif(current_setting('app.clock_offset', true), ''), '0')::interval;

do
$$
declare
    definition text;
begin
    for definition in
        select pg_get_functiondef(oid) from pg_proc
        where pronamespace = 'public'::regnamespace and proname <> 'server_now' and prosrc ~ '\mnow\(\)'
    loop
        execute replace(definition, 'now()', 'server_now()');
    end loop;
end
$$;
alter table sign_in_failure alter column at set default server_now();
--rollback do $$ declare definition text; begin for definition in select pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace and proname <> 'server_now' and prosrc ~ 'server_now' loop execute replace(definition, 'server_now()', 'now()'); end loop; end $$; alter table sign_in_failure alter column at set default now(); drop function server_now();
