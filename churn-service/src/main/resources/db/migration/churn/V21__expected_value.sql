alter table churn_score add column expected_value double precision; -- of contacting, in the shop's currency; null: no value known
