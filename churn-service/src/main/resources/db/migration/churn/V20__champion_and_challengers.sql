-- A trained model that is not better than the champion is kept beside it; who became champion when and why is kept for good.
alter table churn_model drop constraint churn_model_state_check;
alter table churn_model add constraint churn_model_state_check check (state in ('published', 'challenger', 'retired'));
alter table churn_model add column comparison text; -- JSON: side by side with the champion of its day; null: nothing to compare with

create table champion_change (
    id       bigint generated always as identity primary key,
    at       timestamptz not null,
    model    text        not null, -- no reference: the record outlives the model
    previous text,                 -- who had to go; null: nobody served
    cause    text        not null check (cause in ('training', 'request', 'rollback')),
    actor    text        not null, -- name of the API key or person; of a training "training"
    reason   text        not null
);
create index champion_change_model on champion_change (model, id desc);
insert into champion_change (at, model, cause, actor, reason)
select trained_at, id, 'training', 'training', 'published before changes were recorded' from churn_model where state = 'published';

alter table training_job drop constraint training_job_state_check;
alter table training_job add constraint training_job_state_check
    check (state in ('queued', 'running', 'published', 'challenger', 'refused', 'failed'));
alter table training_job drop constraint training_job_cause_check;
alter table training_job add constraint training_job_cause_check check (cause in ('request', 'schedule', 'drift'));
