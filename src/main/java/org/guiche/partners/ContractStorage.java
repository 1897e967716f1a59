package org.guiche.partners;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.guiche.attachments.StorageSurvey;
import org.guiche.attachments.StorageSurvey.Use;
import org.guiche.shared.Texts;

/** Says what files contracts have. */
@Dependent
class ContractStorage {

    @PersistenceContext
    EntityManager em;

    void asked(@Observes StorageSurvey survey) {
        List<?> rows = em.createNativeQuery("""
                        select f.media_type, count(*), sum(c.size) from partners_document d
                            join attachments_file f on f.id = d.file_id join attachments_content c on c.sha256 = f.sha256
                        group by 1""").getResultList();
        rows.stream()
                .map(Object[].class::cast)
                .forEach(row -> survey.of(new Use(
                        Texts.get("partners.storage"),
                        "",
                        (String) row[0],
                        ((Number) row[1]).longValue(),
                        ((Number) row[2]).longValue(),
                        0)));
    }
}
