-- What a virus scanner says of a content. UNSCANNED: kept while there was no scanner, and open to whoever may see it; WAITING: nobody gets it
-- before it is looked at; INFECTED: nobody gets it, and its bytes go at remove_at. The scanner is asked when scan_due_at comes, by whoever holds
-- the row until scan_until; each failure makes the pause longer.
alter table attachments_content
    add column scan text not null default 'UNSCANNED',
    add column scanned_at timestamptz,
    add column infection text,
    add column scan_due_at timestamptz,
    add column scan_until timestamptz,
    add column scan_tries integer not null default 0,
    add column scan_failure text,
    add column remove_at timestamptz,
    add column removed_at timestamptz,
    add constraint attachments_content_scan check (scan in ('UNSCANNED', 'WAITING', 'CLEAN', 'INFECTED')),
    add constraint attachments_content_scan_failure check (scan_failure in ('AWAY', 'SLOW', 'REFUSED', 'TOO_LARGE')),
    add constraint attachments_content_waiting check (scan <> 'WAITING' or scan_due_at is not null),
    add constraint attachments_content_infected check ((scan = 'INFECTED') = (infection is not null) and (scan <> 'INFECTED' or scanned_at is not null));

create index attachments_content_waiting on attachments_content (scan_due_at) where scan = 'WAITING';
create index attachments_content_again on attachments_content (scan_due_at) where scan <> 'WAITING' and scan_due_at is not null;
create index attachments_content_unscanned on attachments_content (sha256) where scan = 'UNSCANNED' and scan_due_at is null;
create index attachments_content_infected on attachments_content (scanned_at) where scan = 'INFECTED';

-- Of a file whose content is infected: since when administrators know, and since when the history of what uses it says so.
alter table attachments_file
    add column infection_told_at timestamptz,
    add column infection_noted_at timestamptz;

-- Somebody wants all that was kept until then looked at once more; after_sha256 is how far that has come.
create table attachments_rescan (
    id bigint generated always as identity primary key,
    asked_by bigint not null,
    asked_at timestamptz not null,
    after_sha256 text not null default '',
    queued bigint not null default 0,
    done_at timestamptz,
    constraint attachments_rescan_asked_by foreign key (asked_by) references accounts_person (id)
);

create index attachments_rescan_asked_by on attachments_rescan (asked_by);
create unique index attachments_rescan_open on attachments_rescan ((true)) where done_at is null;
