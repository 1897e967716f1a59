package org.guiche.partners;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.guiche.attachments.AllowedFiles;
import org.guiche.attachments.Attachments;
import org.guiche.attachments.StoredFile;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** The PDFs of contracts. What a file is its bytes say; whether it is signed, too; nobody claims that the signature holds. */
@Dependent
class Documents {

    /** A PDF of at most 10 MB. */
    static final AllowedFiles PDF = AllowedFiles.of(Set.of("pdf"));

    private static final String TYPE = "application/pdf";

    /** Files looked at once on a node: each is held in memory whole. */
    private static final Semaphore LOOKING = new Semaphore(2, true);

    @PersistenceContext
    EntityManager em;

    @Inject
    Attachments attachments;

    @Inject
    Clock clock;

    /** That file, claimed by the caller, is the contract's document from now on. Refuses all but PDFs. */
    void attach(long contractId, StoredFile file, @Nullable Long by) {
        if (!file.mediaType().equals(TYPE) || file.size() > PDF.maxBytes()) {
            throw RuleViolation.of("document", "partners.document.other", file.name());
        }
        em.createNativeQuery("""
                        insert into partners_document (contract_id, file_id, signature, added_at, added_by)
                        values (?1, cast(?2 as uuid), ?3, ?4, cast(?5 as bigint))""")
                .setParameter(1, contractId)
                .setParameter(2, file.id().toString())
                .setParameter(3, signature(file).name())
                .setParameter(4, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(5, by == null ? null : by.toString())
                .executeUpdate();
        attachments.disown(file);
    }

    private Signature signature(StoredFile file) {
        LOOKING.acquireUninterruptibly();
        try (var bytes = attachments.inspect(file, 0)) {
            return SignedPdf.of(bytes.readNBytes((int) PDF.maxBytes()));
        } catch (IOException e) {
            return Signature.UNREADABLE;
        } finally {
            LOOKING.release();
        }
    }

    /** The latest one of that contract. */
    Optional<ContractDocument> of(long contractId) {
        List<?> rows = em.createNativeQuery("""
                        select cast(file_id as text), signature, added_at from partners_document
                        where contract_id = ?1 order by id desc limit 1""").setParameter(1, contractId).getResultList();
        return rows.stream().map(row -> (Object[]) row).findFirst().flatMap(this::document);
    }

    private Optional<ContractDocument> document(Object[] row) {
        return attachments.find(List.of(UUID.fromString((String) row[0]))).stream()
                .map(file -> new ContractDocument(
                        file, Signature.valueOf((String) row[1]), ((Timestamp) row[2]).toInstant()))
                .findFirst();
    }
}
