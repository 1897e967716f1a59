package org.guiche.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Map;
import org.guiche.shared.AccessDenied;
import org.guiche.support.People;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was done to rights stays written down, whoever asks (SECURITY Z18). */
@ExtendWith(ArquillianExtension.class)
class AuditTrailIT {

    @Inject
    AuditTrail trail;

    @Inject
    People people;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    /** A subject that only this test speaks of. */
    private final long subject = System.nanoTime();

    @Test
    void aLineTellsWhoDidWhatAndWhyWithBeforeAndAfter() {
        trail.record(people.admin(), roles().because("Mudou de área"));

        assertThat(trail.of(AuditSubject.PERSON, subject)).singleElement().satisfies(line -> {
            assertThat(line.personId()).isEqualTo(people.admin().id());
            assertThat(line.audited()).isEqualTo(roles().because("Mudou de área"));
        });
    }

    @Test
    void whatHappenedByItselfHasNobodyWhoDidIt() {
        trail.record(null, roles());

        assertThat(trail.of(AuditSubject.PERSON, subject))
                .singleElement()
                .extracting(AuditRecord::personId)
                .isNull();
    }

    @Test
    void whatIsNotDoneAfterAllIsNotWrittenDownEither() throws Exception {
        transaction.begin();
        trail.record(people.admin(), roles());
        transaction.rollback();

        assertThat(trail.of(AuditSubject.PERSON, subject)).isEmpty();
    }

    @Test
    void theTrailIsReadInPartsNewestFirst() {
        for (int i = 0; i < 30; i++) {
            trail.record(people.admin(), roles().because("nº " + i));
        }

        var first =
                trail.page(people.admin(), new AuditFilter(null, people.admin().id(), null));
        var second = trail.page(
                people.admin(),
                new AuditFilter(AuditSubject.PERSON, people.admin().id(), Long.valueOf(String.valueOf(first.next()))));

        assertThat(first.items().get(0).audited().reason()).isEqualTo("nº 29");
        assertThat(first.items()).hasSize(25);
        assertThat(second.items().get(0).audited().reason()).isEqualTo("nº 4");
    }

    @Test
    void itIsReadByAdministratorsOnly() {
        var all = new AuditFilter(null, null, null);

        for (var person : List.of(people.talita(), people.rafael(), people.joana(), people.marina())) {
            assertThatThrownBy(() -> trail.page(person, all)).isInstanceOf(AccessDenied.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update accounts_audit set reason = null",
                "delete from accounts_audit",
                "truncate accounts_audit"
            })
    void notEvenTheApplicationsOwnRoleAltersALine(String statement) throws Exception {
        trail.record(people.admin(), roles());
        transaction.begin();
        try {
            assertThatThrownBy(() -> em.createNativeQuery(statement).executeUpdate())
                    .hasStackTraceContaining("permission denied");
        } finally {
            transaction.rollback();
        }
        assertThat(trail.of(AuditSubject.PERSON, subject)).hasSize(1);
    }

    @Test
    void aPersonsNameIsNotWrittenWhereNobodyCanEraseIt() {
        assertThatThrownBy(() -> roles().named("Marina Teles")).isInstanceOf(IllegalArgumentException.class);
    }

    private Audited roles() {
        return Audited.of(AuditSubject.PERSON, subject, "accounts.audit.title")
                .from(Map.of("roles", List.of("AGENT_N1")))
                .to(Map.of("roles", List.of("AGENT_N1", "SUPERVISOR")));
    }
}
