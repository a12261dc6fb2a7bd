--liquibase formatted sql

--changeset primary-assistant:exercises-005-exercises-of-an-account splitStatements:false
--comment The exercises that an account may use, for every room that has to do with exercises. PostgreSQL writes the body into the query that asks.
create function exercises_of(owner uuid) returns setof known_exercise
    language sql stable parallel safe as
$$
    select * from known_exercise where account_id is null or account_id = owner;
$$;
comment on function exercises_of(uuid) is 'The library''s exercises and those of this account, deleted ones too';
--rollback drop function exercises_of(uuid);
