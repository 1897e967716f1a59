package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guiche.shared.JsonText;
import org.guiche.shared.StaleVersion;

/**
 * Many people at once, for imports: looked for and written in batches. As with one by one, the database decides that a CPF and an address
 * are one person's.
 */
@Stateless
public class PeopleBatch {

    private static final int BATCH = 1000;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    KnownPeople known;

    @Inject
    BatchInvitations invitations;

    /** Those whom one of these addresses or CPFs (its digits) belongs to. */
    public List<KnownPerson> known(Collection<String> emails, Collection<String> cpfs) {
        return known.find(emails, cpfs, clock.instant());
    }

    /**
     * Writes them down and gives their ids in the same order.
     *
     * @throws StaleVersion where somebody whom it changes was changed meanwhile, or got such a CPF or address
     */
    public List<Long> write(List<ImportedPerson> people) {
        try {
            return written(people);
        } catch (PersistenceException e) {
            throw String.valueOf(e.getMessage()).contains("accounts_person_") ? new StaleVersion() : e;
        }
    }

    /** Sends each of them an invitation, in this transaction: those who have neither a password nor one already. */
    public void invite(Collection<Long> people) {
        invitations.send(people);
    }

    private List<Long> written(List<ImportedPerson> people) {
        var ids = new HashMap<String, Long>();
        inBatches(people.stream().filter(one -> one.known() == null).map(PeopleBatch::json), rows -> insert(rows, ids));
        inBatches(people.stream().filter(one -> one.known() != null).map(PeopleBatch::json), this::update);
        people.stream().map(ImportedPerson::known).forEach(known -> {
            if (known != null) {
                ids.put(known.email(), known.id());
            }
        });
        var written = people.stream().map(one -> id(ids, one)).toList();
        var places = new ArrayList<JsonObject>();
        for (int i = 0; i < people.size(); i++) {
            for (var place : people.get(i).places()) {
                places.add(json(written.get(i), place));
            }
        }
        inBatches(places.stream(), this::join);
        return written;
    }

    private static long id(Map<String, Long> ids, ImportedPerson person) {
        var id = ids.get(person.email().address());
        if (id == null) {
            throw new IllegalStateException("somebody who was just written");
        }
        return id;
    }

    private interface Batch {
        void write(String rows);
    }

    private static void inBatches(Stream<JsonObject> rows, Batch batch) {
        var all = rows.toList();
        for (int from = 0; from < all.size(); from += BATCH) {
            batch.write(JsonText.array(all.subList(from, Math.min(from + BATCH, all.size())))
                    .build()
                    .toString());
        }
    }

    private static JsonObject json(ImportedPerson person) {
        var json = JsonText.object()
                .add("name", person.name())
                .add("email", person.email().address());
        if (person.known() != null) {
            json.add("id", person.known().id()).add("version", person.known().version());
        }
        optional(json, "cpf", person.cpf() == null ? "" : person.cpf().digits());
        optional(json, "phone", person.phone() == null ? "" : person.phone().e164());
        return json.build();
    }

    private static void optional(JsonObjectBuilder json, String name, String value) {
        if (!value.isEmpty()) {
            json.add(name, value);
        }
    }

    private static JsonObject json(long personId, ImportedPerson.Place place) {
        return JsonText.object()
                .add("person", personId)
                .add("group_id", place.groupId())
                .add("whole", place.wholeGroup())
                .build();
    }

    private void insert(String rows, Map<String, Long> ids) {
        List<?> added = em.createNativeQuery("""
                        insert into accounts_person (name, email, cpf, phone, created_at)
                        select name, email, cpf, phone, ?2 from jsonb_to_recordset(cast(?1 as jsonb))
                            as r (name text, email text, cpf text, phone text)
                        returning email, id""")
                .setParameter(1, rows)
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .getResultList();
        added.stream()
                .map(row -> (Object[]) row)
                .forEach(row -> ids.put((String) row[0], ((Number) row[1]).longValue()));
    }

    private void update(String rows) {
        var changed = em.createNativeQuery("""
                        update accounts_person p set name = r.name, cpf = r.cpf, phone = r.phone, version = p.version + 1
                        from jsonb_to_recordset(cast(?1 as jsonb))
                            as r (id bigint, version int, name text, cpf text, phone text)
                        where p.id = r.id and p.version = r.version""").setParameter(1, rows).executeUpdate();
        try (var reader = JsonText.reader(rows)) {
            if (changed != reader.readArray().size()) {
                throw new StaleVersion();
            }
        }
    }

    /** A place that lasts is changed; else there is one from now on, without an end. */
    private void join(String rows) {
        em.createNativeQuery("""
                        with r as (select * from jsonb_to_recordset(cast(?1 as jsonb))
                                as r (person bigint, group_id bigint, whole boolean)),
                            changed as (update accounts_membership m set whole_group = r.whole from r
                                where m.person_id = r.person and m.group_id = r.group_id and m.valid_from <= ?2
                                    and (m.valid_until is null or m.valid_until > ?2)
                                returning m.person_id, m.group_id)
                        insert into accounts_membership (person_id, group_id, whole_group)
                        select person, group_id, whole from r
                        where not exists (select 1 from changed c where c.person_id = r.person and c.group_id = r.group_id)
                        on conflict (person_id, group_id, valid_from)
                        do update set whole_group = excluded.whole_group, valid_until = null""")
                .setParameter(1, rows)
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
