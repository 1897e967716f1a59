package org.guiche.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.guiche.support.TimeTravel;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class DemoClockIT {

    @EJB
    DemoClockTable table;

    @Inject
    Clock clock;

    @Inject
    TimeTravel time;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    @Test
    void theDemoGoesOnAfterARestartWhereItHadCome() throws Exception {
        forget();
        try {
            table.add(Duration.ofDays(2));
            table.add(Duration.ofMinutes(90));

            time.from("2026-06-08T10:00", () -> {
                table.restore();
                assertThat(clock.instant())
                        .isCloseTo(TimeTravel.at("2026-06-10T11:30"), within(10, ChronoUnit.SECONDS));
            });
        } finally {
            forget();
        }
    }

    private void forget() throws Exception {
        transaction.begin();
        em.createNativeQuery("delete from demo_clock").executeUpdate();
        transaction.commit();
    }
}
