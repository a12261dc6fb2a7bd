--liquibase formatted sql

--changeset primary-assistant:exercises-007-tracking-changed splitStatements:false rollbackSplitStatements:false
--comment Tells the rooms that keep what follows from how an exercise's sets are written down. They replace the function that says nothing here. A change set that changes the library's has to call it for every account.
create function tracking_changed(owner uuid, exercise uuid) returns void
    language plpgsql as
$$
begin
end
$$;
comment on function tracking_changed(uuid, uuid) is 'Called when the sets of an account''s own exercise are to be written down in another way';

create function tell_of_tracking() returns trigger
    language plpgsql as
$$
begin
    perform tracking_changed(new.account_id, new.id);
    return null;
end
$$;

create trigger own_exercise_tracked after update of tracking on own_exercise
    for each row when (old.tracking is distinct from new.tracking) execute function tell_of_tracking();
--rollback drop trigger own_exercise_tracked on own_exercise;
--rollback drop function tell_of_tracking();
--rollback drop function tracking_changed(uuid, uuid);
