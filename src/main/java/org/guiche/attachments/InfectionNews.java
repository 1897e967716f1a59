package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Which infected files somebody was told of. The row of the file is held while it is told: nothing is told twice, nor missed by a claim. */
@ApplicationScoped
class InfectionNews {

    private static final String UNTOLD = """
            c.scan = 'INFECTED' and (f.infection_told_at is null or f.used_at is not null and f.infection_noted_at is null)""";

    private static final int AT_ONCE = 50;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Event<FileInfected> found;

    @Inject
    Event<InfectedFileUsed> used;

    /** Some of those that there is something to tell of. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<UUID> untold() {
        List<?> ids = em.createNativeQuery(
                        "select cast(f.id as text) from attachments_content c join attachments_file f using (sha256) where "
                                + UNTOLD + " order by f.id limit " + AT_ONCE)
                .getResultList();
        return ids.stream().map(id -> UUID.fromString((String) id)).toList();
    }

    /** Tells of that one, unless another node has. */
    @Transactional(TxType.REQUIRES_NEW)
    public void tell(UUID id) {
        List<?> rows = em.createNativeQuery("""
                        select f.name, c.infection, f.infection_told_at is null, f.used_at is not null and f.infection_noted_at is null
                        from attachments_content c join attachments_file f using (sha256)
                        where f.id = cast(?1 as uuid) and\s""" + UNTOLD + " for no key update of f skip locked")
                .setParameter(1, id.toString())
                .getResultList();
        rows.stream().map(row -> (Object[]) row).forEach(row -> tell(id, row));
    }

    private void tell(UUID id, Object[] row) {
        var infection = (String) row[1];
        if ((Boolean) row[2]) {
            found.fire(new FileInfected(id, (String) row[0], infection));
            mark("infection_told_at", id);
        }
        if ((Boolean) row[3]) {
            used.fire(new InfectedFileUsed(id, infection));
            mark("infection_noted_at", id);
        }
    }

    private void mark(String column, UUID id) {
        em.createNativeQuery("update attachments_file set " + column + " = ?2 where id = cast(?1 as uuid)")
                .setParameter(1, id.toString())
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
