-- Roles that hold in one sector, or in all sectors that a unit leads to, and not in the whole installation (ADR 36).
-- role: null for the one that the person has anyway.
alter table units_sector_member add column role text;
alter table units_sector_member add constraint units_sector_member_role
    check (role in ('AGENT_N1', 'AGENT_N2', 'SUPERVISOR'));

create table units_unit_supervisor (
    unit_id bigint not null,
    person_id bigint not null,
    constraint units_unit_supervisor_pkey primary key (unit_id, person_id),
    constraint units_unit_supervisor_unit foreign key (unit_id) references units_unit (id),
    constraint units_unit_supervisor_person foreign key (person_id) references accounts_person (id)
);

create index units_unit_supervisor_person_id on units_unit_supervisor (person_id);

alter table units_change drop constraint units_change_area;
alter table units_change add constraint units_change_area check (area in ('UNIT', 'SETTINGS', 'CALENDAR', 'SERVICE_LEVELS',
    'CLASSIFICATIONS', 'PRIORITIES', 'STATUSES', 'FORM', 'SECTOR', 'MEMBERS', 'SUPERVISORS'));
