-- Each target's model is looked after, with reports of its own; those there are were churn's.
alter table watch_report add column target text not null default 'churn'; -- as of churn_model
alter table watch_report alter column target drop default;
alter table watch_report drop constraint watch_report_pkey, add primary key (target, at);
update watch_report set report = (jsonb_build_object('target', target) || report::jsonb)::text;
