-- Models foretell more than churn: each target has its own champion, challengers and trainings.
alter table churn_model add column target text not null default 'churn'; -- churn, order, conversion, response
drop index churn_model_published;
create unique index churn_model_published on churn_model (target) where state = 'published';
alter table training_job add column target text not null default 'churn';
alter table training_job alter column horizon_days drop not null; -- null: until the training has found the shop's own
