-- A file whose time was over before that of what it is part of: its name and size stay, the content is let go of.
alter table attachments_file
    alter column sha256 drop not null,
    add column size bigint,
    add column removed_at timestamptz,
    add constraint attachments_file_removed check ((removed_at is null) = (sha256 is not null) and (removed_at is null) = (size is null));

-- A used file that nothing uses any more, as far as those know who use files, and since when: it goes after a while.
alter table attachments_file add column unowned_since timestamptz;
create index attachments_file_unowned on attachments_file (unowned_since) where unowned_since is not null;

-- How far the round has come that asks of each used file whether something still uses it.
create table attachments_round (
    only_one boolean primary key default true,
    after_id uuid not null,
    constraint attachments_round_only_one check (only_one)
);

-- What files take, as it was counted last, how long that took, and when it is due again behind the back of who looks.
create table attachments_count (
    only_one boolean primary key default true,
    counted_at timestamptz not null,
    took_millis bigint not null,
    due_at timestamptz not null,
    report jsonb not null,
    constraint attachments_count_only_one check (only_one)
);

-- Who is just bringing which content into the store, without a transaction: until then nobody takes its bytes away.
create table attachments_bringing (
    id uuid primary key,
    sha256 text not null,
    until timestamptz not null
);

create index attachments_bringing_sha256 on attachments_bringing (sha256);

-- How many days after a ticket of that unit was closed its files go; without a row they stay as long as the ticket.
create table tickets_files_period (
    unit_id bigint primary key,
    days integer not null,
    changed_at timestamptz not null,
    changed_by bigint not null,
    constraint tickets_files_period_unit foreign key (unit_id) references units_unit (id),
    constraint tickets_files_period_days check (days between 1 and 36500)
);
