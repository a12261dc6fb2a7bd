--liquibase formatted sql

--changeset primary-assistant:exercises-003-body-weight splitStatements:false
--comment One more way of writing sets down: repetitions with the body's weight, and what is added to it or taken from it.
alter table exercise drop constraint exercise_tracking_check;
alter table exercise add constraint exercise_tracking_check
    check (tracking in ('weight-reps', 'bodyweight-reps', 'reps', 'duration', 'distance-duration'));
alter table own_exercise drop constraint own_exercise_tracking_check;
alter table own_exercise add constraint own_exercise_tracking_check
    check (tracking in ('weight-reps', 'bodyweight-reps', 'reps', 'duration', 'distance-duration'));
--rollback update own_exercise set tracking = 'weight-reps' where tracking = 'bodyweight-reps'; alter table own_exercise drop constraint own_exercise_tracking_check; alter table own_exercise add constraint own_exercise_tracking_check check (tracking in ('weight-reps', 'reps', 'duration', 'distance-duration')); alter table exercise drop constraint exercise_tracking_check; alter table exercise add constraint exercise_tracking_check check (tracking in ('weight-reps', 'reps', 'duration', 'distance-duration'));
