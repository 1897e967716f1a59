-- What a content that is a picture looks like when it is small, and whether it says where it was taken. Made once per content, behind the back of
-- whoever sent it; due_at null: nothing is left to do. Whoever works on it holds the row until that time; what was begun three times is given up.
create table attachments_picture (
    sha256 text primary key,
    media_type text not null,
    due_at timestamptz,
    until timestamptz,
    tries integer not null default 0,
    thumb bytea,
    thumb_type text,
    located boolean not null default false,
    constraint attachments_picture_content foreign key (sha256) references attachments_content (sha256) on delete cascade,
    constraint attachments_picture_thumb check ((thumb is null) = (thumb_type is null))
);

create index attachments_picture_due on attachments_picture (due_at) where due_at is not null;

insert into attachments_picture (sha256, media_type, due_at)
select distinct on (f.sha256) f.sha256, f.media_type, now() from attachments_file f
where f.media_type in ('image/jpeg', 'image/png', 'image/gif') order by f.sha256, f.media_type;
