--liquibase formatted sql

--changeset primary-assistant:load-001-training-goal splitStatements:false
--comment How many sessions a week an account means to do. Who never said so has no row, and the program's usual goal.
create table training_goal (
    account_id        uuid    primary key references account on delete cascade,
    sessions_per_week integer not null check (sessions_per_week between 1 and 14),
    version           integer not null
);
alter table training_goal enable row level security;
create policy training_goal_owner on training_goal using (account_id = current_account()) with check (account_id = current_account());
grant select, insert, update on training_goal to ${applicationRole};
--rollback drop table training_goal;
