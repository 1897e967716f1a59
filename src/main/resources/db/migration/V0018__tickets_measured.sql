-- What units that promise nothing publish instead: how long their last tickets took, measured now and then (PRODUCT 4).
create table tickets_measured (
    unit_id bigint primary key,
    solved integer not null,
    median_minutes bigint not null,
    ninetieth_minutes bigint not null,
    clock text not null,
    measured_at timestamptz not null,
    constraint tickets_measured_unit foreign key (unit_id) references units_unit (id),
    constraint tickets_measured_clock check (clock in ('OPEN_HOURS', 'RUNNING'))
);

-- The last ones of a unit are at its beginning.
create index tickets_ticket_unit_resolved on tickets_ticket (unit_id, resolved_at desc) where resolved_at is not null;
