-- What of an order stands in its week follows from its units.
alter table demand_order drop column counted;
