--liquibase formatted sql

--changeset primary-assistant:workouts-001-workout splitStatements:false
--comment One session. The key that holds its day too is there for its exercises, which carry the day to be found by it.
create table workout (
    account_id  uuid        not null references account on delete cascade,
    id          uuid        not null,
    local_date  date        not null,
    started_at  timestamptz not null,
    zone        text        not null,
    ended_at    timestamptz,
    type        text        not null check (type in ('strength', 'cardio', 'flexibility', 'martial-arts', 'sports', 'recovery', 'mixed')),
    title       text check (length(title) <= 100),
    duration_s  integer check (duration_s between 0 and 86400),
    intensity   numeric(3, 1) check (intensity between 0 and 10),
    fatigue     smallint check (fatigue between 1 and 10),
    soreness    smallint check (soreness between 1 and 10),
    note        text check (length(note) <= 2000),
    coach_note  text check (length(coach_note) <= 2000),
    source      text        not null check (source in ('typed', 'file', 'device', 'assistant')),
    content_key text,
    import_id   uuid,
    deleted_at  timestamptz,
    version     integer     not null,
    primary key (account_id, id),
    unique (account_id, id, local_date, started_at),
    unique (account_id, content_key),
    check (ended_at >= started_at),
    check (local_date between date '1900-01-01' and (started_at at time zone 'UTC')::date + 1)
);
comment on column workout.ended_at is 'Absent while it is going on';
comment on column workout.duration_s is 'In seconds, without the pauses that somebody took out';
comment on column workout.intensity is 'Session RPE on Borg''s CR10 scale, 0 to 10 in halves';
create index workout_timeline on workout (account_id, local_date desc, started_at desc, id desc) where deleted_at is null;
create index workout_going_on on workout (account_id, started_at desc) where ended_at is null and deleted_at is null;
create index workout_deleted on workout (deleted_at) where deleted_at is not null;
alter table workout enable row level security;
create policy workout_owner on workout using (account_id = current_account()) with check (account_id = current_account());
grant select, insert, update, delete on workout to ${applicationRole};
--rollback drop table workout;

--changeset primary-assistant:workouts-001-workout-exercise splitStatements:false
--comment The day stands here too, so that an exercise's last time and its history are read from one index; the foreign key keeps it right.
create table workout_exercise (
    account_id          uuid        not null references account on delete cascade,
    id                  uuid        not null,
    workout_id          uuid        not null,
    local_date          date        not null,
    started_at          timestamptz not null,
    exercise_id         uuid        not null,
    library_exercise_id uuid generated always as (case when uuid_extract_version(exercise_id) = 5 then exercise_id end) stored
        references exercise,
    own_exercise_id     uuid generated always as (case when uuid_extract_version(exercise_id) is distinct from 5 then exercise_id end) stored,
    position            smallint    not null check (position between 1 and 60),
    superset            smallint check (superset between 1 and 60),
    rest_s              integer check (rest_s between 0 and 3600),
    note                text check (length(note) <= 2000),
    primary key (account_id, id),
    foreign key (account_id, workout_id, local_date, started_at) references workout (account_id, id, local_date, started_at)
        on update cascade on delete cascade,
    foreign key (account_id, own_exercise_id) references own_exercise (account_id, id)
);
comment on column workout_exercise.superset is 'Exercises of one workout with the same number are done in turn';
comment on column workout_exercise.rest_s is 'The rest meant between sets, in seconds';
create index workout_exercise_workout on workout_exercise (account_id, workout_id, position);
create index workout_exercise_history on workout_exercise (account_id, exercise_id, local_date desc, started_at desc, id desc);
create index workout_exercise_own on workout_exercise (account_id, own_exercise_id) where own_exercise_id is not null;
alter table workout_exercise enable row level security;
create policy workout_exercise_owner on workout_exercise using (account_id = current_account()) with check (account_id = current_account());
grant select, insert, update, delete on workout_exercise to ${applicationRole};
--rollback drop table workout_exercise;

--changeset primary-assistant:workouts-001-workout-set splitStatements:false
create table workout_set (
    account_id          uuid     not null references account on delete cascade,
    id                  uuid     not null,
    workout_exercise_id uuid     not null,
    position            smallint not null check (position between 1 and 100),
    kind                text     not null check (kind in ('warm-up', 'working', 'drop', 'failure', 'amrap')),
    reps                smallint check (reps between 0 and 1000),
    weight              numeric(8, 3) check (weight between 0 and 1000),
    entered_weight      numeric(8, 3),
    entered_unit        text check (entered_unit in ('kg', 'lb')),
    rpe                 numeric(3, 1) check (rpe between 1 and 10),
    rir                 smallint check (rir between 0 and 20),
    duration_s          integer check (duration_s between 0 and 86400),
    distance_m          numeric(9, 2) check (distance_m between 0 and 1000000),
    rest_s              integer check (rest_s between 0 and 3600),
    done                boolean  not null,
    primary key (account_id, id),
    foreign key (account_id, workout_exercise_id) references workout_exercise (account_id, id) on delete cascade,
    check (num_nonnulls(weight, entered_weight, entered_unit) in (0, 3))
);
comment on column workout_set.weight is 'In kg; what is added to the body where the exercise is done with the body''s weight';
comment on column workout_set.entered_weight is 'As it was typed, in entered_unit: what was entered is shown again to the digit';
comment on column workout_set.rir is 'Repetitions in reserve';
comment on column workout_set.rest_s is 'The rest taken after it, in seconds';
comment on column workout_set.done is 'One that is planned and not done counts for nothing';
create index workout_set_of_exercise on workout_set (account_id, workout_exercise_id, position);
alter table workout_set enable row level security;
create policy workout_set_owner on workout_set using (account_id = current_account()) with check (account_id = current_account());
grant select, insert, update, delete on workout_set to ${applicationRole};
--rollback drop table workout_set;
