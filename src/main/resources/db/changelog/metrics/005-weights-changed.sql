--liquibase formatted sql

--changeset primary-assistant:metrics-005-weights-changed splitStatements:false rollbackSplitStatements:false
--comment Tells the rooms that keep what follows from the body's weight, by the statement that changes it. They replace the function that says nothing here. Nothing is told of rows that vanish: only deleted ones do, or those of an account that goes.
create function weights_changed(owner uuid, first_day date, last_day date) returns void
    language plpgsql as
$$
begin
end
$$;
comment on function weights_changed(uuid, date, date) is 'Called when an account''s body weight was recorded, corrected, deleted or restored on days from one to another';

create function tell_of_weights() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'INSERT' then
        perform weights_changed(account_id, min(local_date), max(local_date))
        from written where metric = 'weight' group by account_id;
    else
        perform weights_changed(account_id, min(local_date), max(local_date))
        from (select account_id, local_date, metric from replaced union all select account_id, local_date, metric from written) as changed
        where metric = 'weight' group by account_id;
    end if;
    return null;
end
$$;

create trigger observation_recorded after insert on observation
    referencing new table as written for each statement execute function tell_of_weights();
create trigger observation_changed after update on observation
    referencing old table as replaced new table as written for each statement execute function tell_of_weights();
--rollback drop trigger observation_changed on observation;
--rollback drop trigger observation_recorded on observation;
--rollback drop function tell_of_weights();
--rollback drop function weights_changed(uuid, date, date);
