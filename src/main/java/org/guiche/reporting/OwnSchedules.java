package org.guiche.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.guiche.shared.Belongings;
import org.guiche.shared.Texts;

/** The reports that somebody has sent, for the copy of all that is kept; also of whoever has none any more. */
@ApplicationScoped
class OwnSchedules implements Belongings {

    @PersistenceContext
    EntityManager em;

    @Override
    public String key() {
        return "relatoriosPorEmail";
    }

    @Override
    public String title() {
        return Texts.get("reporting.own.schedules");
    }

    @Override
    public List<List<Value>> of(long personId) {
        List<?> rows = em.createNativeQuery(
                        DueSchedule.COLUMNS + " from reporting_schedule where person_id = ?1 order by id")
                .setParameter(1, personId)
                .getResultList();
        return rows.stream().map(row -> values(DueSchedule.of(row).schedule())).toList();
    }

    private static List<Value> values(Schedule one) {
        var title = one.report() == Report.DASHBOARD ? "reporting.title" : "reporting.tickets";
        return List.of(
                new Value("relatorio", Texts.get("reporting.own.report"), Texts.get(title)),
                new Value(
                        "filtros",
                        Texts.get("reporting.own.filters"),
                        URLDecoder.decode(one.address(), StandardCharsets.UTF_8)),
                new Value("quando", Texts.get("reporting.own.when"), RhythmWords.of(one.rhythm())),
                new Value(
                        "arquivo", Texts.get("reporting.own.file"), one.format().name()));
    }
}
