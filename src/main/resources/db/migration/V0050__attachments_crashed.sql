-- A content over which the scanner ended waits apart from the others, is looked at again last, and is held whatever the policy is.
alter table attachments_content
    drop constraint attachments_content_scan_failure,
    add constraint attachments_content_scan_failure check (scan_failure in ('AWAY', 'SLOW', 'REFUSED', 'TOO_LARGE', 'CRASHED'));

create index attachments_content_crashed on attachments_content (scan_due_at) where scan_failure = 'CRASHED';
