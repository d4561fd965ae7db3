-- Trainings of two kinds, each with a queue of its own.
alter table training_job add column kind text not null default 'models' check (kind in ('models', 'blend'));

comment on column training_job.kind is 'models: those that take seconds; blend: in a JVM of its own';

drop index training_job_queued;
create unique index training_job_queued on training_job (kind) where state = 'queued';
