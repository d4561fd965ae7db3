alter table churn_model add column baseline text; -- JSON: the shoppers the model was trained for, as sketches; importance of features

-- Which of our own campaigns touched whom: outcomes of the treated say less of churn than those held out.
create table campaign_treatment (
    decision_id uuid             primary key,
    profile_id  uuid             not null,
    outcome     text             not null check (outcome in ('sent', 'held_out')),
    propensity  double precision,          -- with which the shopper came where they are
    decided_at  timestamptz      not null
);
create index campaign_treatment_profile on campaign_treatment (profile_id, decided_at);
create index campaign_treatment_age on campaign_treatment (decided_at);

-- A sample of what was published, to be held against what came true.
create table churn_score_log (
    as_of        timestamptz      not null,
    profile_id   uuid             not null,
    model        text             not null,
    horizon_days integer          not null,
    probability  double precision not null,
    primary key (profile_id, as_of)
);
create index churn_score_log_age on churn_score_log (as_of);

create table watch_report (
    at     timestamptz primary key,
    report text        not null -- JSON: WatchReport
);
