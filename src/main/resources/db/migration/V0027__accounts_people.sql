-- People as administrators find and keep them: by the words of their names and addresses, in the order of what they are called, which is
-- the social name where there is one (Decreto 8.727/2016).
create text search configuration accounts_people (copy = simple);
alter text search configuration accounts_people alter mapping for hword, hword_part, word with unaccent, simple;

update accounts_person set social_name = null where btrim(social_name) = '';
alter table accounts_person
    add constraint accounts_person_social_name check (btrim(social_name) <> ''),
    add column shown_name text generated always as (coalesce(social_name, name)) stored,
    add column words tsvector generated always as (to_tsvector('accounts_people',
        name || ' ' || coalesce(social_name, '') || ' ' || translate(email, '@._+-', '     '))) stored,
    add column invited_at timestamptz,
    add column disabled_in bigint,
    add constraint accounts_person_disabled_in foreign key (disabled_in) references accounts_group (id);

create index accounts_person_words on accounts_person using gin (words);
create index accounts_person_shown on accounts_person (lower(shown_name), id);
create index accounts_person_inactive on accounts_person (lower(shown_name), id) where not active;
create index accounts_person_invited on accounts_person (lower(shown_name), id)
    where invited_at is not null and password_hash is null;
create index accounts_role_role on accounts_role (role, person_id);

-- disabled_in: the company whose manager disabled a contact user (S1-18), who may let that one in again; what an administrator did stays.

-- Groups of one kind, and those that are called like that.
create index accounts_group_kind on accounts_group (kind, lower(name), id);
create index accounts_group_words on accounts_group using gin (to_tsvector('accounts_people', name));

-- A link that invites is a person's, as one that chooses a password is. What there are purposes for is the enumeration's to say.
alter table accounts_link drop constraint if exists accounts_link_purpose;
alter table accounts_link drop constraint if exists accounts_link_whose;
alter table accounts_link add constraint accounts_link_whose check ((purpose = 'SIGN_UP') = (person_id is null));
