--liquibase formatted sql

--changeset primary-assistant:workouts-003-reserve-range splitStatements:false
--comment Repetitions in reserve go to 10 everywhere. More than that, as files could bring, means "far from failure", as 10 does, and counts alike in every figure; without a value the set would be taken for a hard one.
update workout_set set rir = 10 where rir > 10;
alter table workout_set drop constraint workout_set_rir_check;
alter table workout_set add constraint workout_set_rir_check check (rir between 0 and 10);
--rollback alter table workout_set drop constraint workout_set_rir_check; alter table workout_set add constraint workout_set_rir_check check (rir between 0 and 20);

--changeset primary-assistant:workouts-003-repetitions-in-reserve splitStatements:false
--comment How hard a set was, said once for all questions. PostgreSQL puts the function's text in the place of its calls.
create function repetitions_in_reserve(rir smallint, rpe numeric) returns numeric
    language sql immutable parallel safe
    return coalesce(rir, 10 - rpe);
comment on function repetitions_in_reserve is 'Repetitions that were still possible: those that were counted (RIR) or else 10 less the RPE. Where both were recorded the count is believed, as the RPE is the same judgement on another scale. Null where neither was.';
--rollback drop function repetitions_in_reserve(smallint, numeric);
