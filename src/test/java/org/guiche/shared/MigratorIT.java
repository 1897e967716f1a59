package org.guiche.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class MigratorIT {

    @PersistenceContext
    EntityManager em;

    @Resource(lookup = "java:app/jdbc/guiche")
    DataSource database;

    @Test
    void theTablesOfThisVersionAreThereBeforeAnybodyAsks() {
        var failed = em.createNativeQuery("select count(*) from flyway_schema_history where not success")
                .getSingleResult();

        assertThat(failed).isEqualTo(0L);
    }

    @Test
    void searchUnderstandsPortugueseWithoutItsAccents() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select to_tsvector('guiche', 'Promoção não aplicada nos cupões') @@ plainto_tsquery('guiche', 'promocao aplicadas')")) {
            row.next();

            assertThat(row.getBoolean(1)).isTrue();
        }
    }
}
