-- The next version of a unit's form while administrators design it: one draft a unit. Every change has a version of its own, of no
-- draft before or after it, so that two people never overwrite each other; a step is what it was before a change, to go back to.
create sequence units_form_draft_version;

create table units_form_draft (
    unit_id bigint not null,
    version bigint not null,
    definition jsonb not null,
    changed_by bigint not null,
    changed_at timestamptz not null,
    constraint units_form_draft_pkey primary key (unit_id),
    constraint units_form_draft_unit foreign key (unit_id) references units_unit (id),
    constraint units_form_draft_changed_by foreign key (changed_by) references accounts_person (id)
);

create table units_form_draft_step (
    unit_id bigint not null,
    version bigint not null,
    definition jsonb not null,
    constraint units_form_draft_step_pkey primary key (unit_id, version),
    constraint units_form_draft_step_draft foreign key (unit_id) references units_form_draft (unit_id) on delete cascade
);

-- Who published a version; unknown for those that an installation began with.
alter table units_form add column published_by bigint;
alter table units_form add constraint units_form_published_by foreign key (published_by) references accounts_person (id);
