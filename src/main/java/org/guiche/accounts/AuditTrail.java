package org.guiche.accounts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.JsonMap;
import org.guiche.shared.JsonText;
import org.guiche.shared.Page;
import org.jspecify.annotations.Nullable;

/**
 * Who changed rights, companies, partners, contracts and rules of privacy, with before and after. Lines are only ever added: the product
 * has no way to alter one, and neither has its database role (SECURITY Z18). What is changed about units is in their own history.
 */
@Stateless
public class AuditTrail {

    private static final int AT_ONCE = 25;
    private static final int OF_ONE = 50;
    private static final int BATCH = 1000;
    private static final String COLUMNS = """
            select id, cast(extract(epoch from at) * 1000 as bigint), person_id, subject, subject_id, subject_name, act,
                cast(before as text), cast(after as text), reason from accounts_audit""";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @EJB
    AccessLog access;

    /** Writes it down in the transaction of what was done; without an actor it happened by itself, as at the end of a term. */
    public void record(@Nullable Person actor, Audited audited) {
        em.createNativeQuery("""
                        insert into accounts_audit (at, person_id, subject, subject_id, subject_name, act, before, after, reason)
                        values (?1, ?2, ?3, ?4, ?5, ?6, cast(?7 as jsonb), cast(?8 as jsonb), ?9)""")
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(2, actor == null || actor.id() == 0 ? null : actor.id()) // 0: the installation itself
                .setParameter(3, audited.subject().name())
                .setParameter(4, audited.subjectId())
                .setParameter(5, audited.subjectName())
                .setParameter(6, audited.act())
                .setParameter(7, JsonMap.write(audited.before()).toString())
                .setParameter(8, JsonMap.write(audited.after()).toString())
                .setParameter(9, audited.reason())
                .executeUpdate();
    }

    /** The same for many at once, as an import makes them: in batches. */
    public void record(Person actor, List<Audited> many) {
        for (int from = 0; from < many.size(); from += BATCH) {
            var rows = JsonText.array();
            many.subList(from, Math.min(from + BATCH, many.size())).forEach(one -> rows.add(json(one)));
            em.createNativeQuery("""
                            insert into accounts_audit (at, person_id, subject, subject_id, subject_name, act, before, after, reason)
                            select ?1, ?2, subject, subject_id, subject_name, act, before, after, reason
                            from jsonb_to_recordset(cast(?3 as jsonb)) as r (subject text, subject_id bigint, subject_name text,
                                act text, before jsonb, after jsonb, reason text)""")
                    .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                    .setParameter(2, actor.id())
                    .setParameter(3, rows.build().toString())
                    .executeUpdate();
        }
    }

    private static JsonObject json(Audited one) {
        var json = JsonText.object()
                .add("subject", one.subject().name())
                .add("subject_id", one.subjectId())
                .add("act", one.act())
                .add("before", JsonMap.write(one.before()))
                .add("after", JsonMap.write(one.after()));
        if (one.subjectName() != null) {
            json.add("subject_name", one.subjectName());
        }
        return (one.reason() == null ? json : json.add("reason", one.reason())).build();
    }

    /** The latest fifty lines about one subject, newest first. Whoever asks has seen to it that the reader may. */
    public List<AuditRecord> of(AuditSubject subject, long id) {
        return records(em.createNativeQuery(
                        COLUMNS + " where subject = ?1 and subject_id = ?2 order by id desc limit " + OF_ONE)
                .setParameter(1, subject.name())
                .setParameter(2, id));
    }

    /**
     * Some of the trail, newest first, for administrators and the data officer.
     *
     * @throws AccessDenied for others
     */
    public Page<AuditRecord> page(Person reader, AuditFilter filter) {
        if (!reader.isAdministrator() && !reader.isDataOfficer()) {
            throw new AccessDenied("accounts.audit.denied");
        }
        var query = em.createNativeQuery(COLUMNS + "\n" + """
                        where (cast(?1 as text) is null or subject = ?1) and (cast(?2 as bigint) is null or person_id = ?2)
                            and (cast(?3 as bigint) is null or id < ?3) order by id desc limit ?4""")
                .setParameter(
                        1, filter.subject() == null ? null : filter.subject().name())
                .setParameter(2, filter.by())
                .setParameter(3, filter.before())
                .setParameter(4, AT_ONCE + 1);
        var records = records(query);
        var more = records.size() > AT_ONCE;
        var items = more ? records.subList(0, AT_ONCE) : records;
        access.readAll(reader, people(items), AccessKind.LIST);
        return new Page<>(items, more ? String.valueOf(items.get(AT_ONCE - 1).id()) : null);
    }

    private static Set<Long> people(List<AuditRecord> lines) {
        return lines.stream()
                .map(AuditRecord::audited)
                .filter(audited -> audited.subject() == AuditSubject.PERSON)
                .map(Audited::subjectId)
                .collect(Collectors.toSet());
    }

    private static List<AuditRecord> records(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> read((Object[]) row)).toList();
    }

    private static AuditRecord read(Object[] row) {
        var audited = Audited.of(AuditSubject.valueOf((String) row[3]), ((Number) row[4]).longValue(), (String) row[6])
                .from(JsonMap.read(object((String) row[7])))
                .to(JsonMap.read(object((String) row[8])))
                .because((String) row[9]);
        var name = (String) row[5];
        return new AuditRecord(
                ((Number) row[0]).longValue(),
                Instant.ofEpochMilli(((Number) row[1]).longValue()),
                row[2] == null ? null : ((Number) row[2]).longValue(),
                name == null ? audited : audited.named(name));
    }

    private static JsonObject object(String json) {
        try (var reader = JsonText.reader(json)) {
            return reader.readObject();
        }
    }
}
