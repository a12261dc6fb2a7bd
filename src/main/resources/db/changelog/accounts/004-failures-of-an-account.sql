--liquibase formatted sql

--changeset primary-assistant:accounts-004-failures-of-an-account
--comment Deleting an account deletes its failed sign-ins too, and would read everybody's to find them.
create index sign_in_failure_account on sign_in_failure (account_id) where account_id is not null;
--rollback drop index sign_in_failure_account;
