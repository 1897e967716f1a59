package org.guiche.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.guiche.accounts.Person;
import org.guiche.reporting.Told.Counts;
import org.guiche.reporting.Told.Line;
import org.guiche.shared.BusinessException;
import org.guiche.shared.SqlArray;
import org.guiche.support.People;
import org.guiche.support.TimeTravel;
import org.guiche.tickets.Assignment;
import org.guiche.tickets.Assignments;
import org.guiche.tickets.Changes;
import org.guiche.tickets.Channel;
import org.guiche.tickets.Comments;
import org.guiche.tickets.Figure;
import org.guiche.tickets.Replies;
import org.guiche.tickets.Reply;
import org.guiche.tickets.Requests;
import org.guiche.tickets.StatusChange;
import org.guiche.tickets.TextFormat;
import org.guiche.tickets.TicketChange;
import org.guiche.tickets.TicketCode;
import org.guiche.tickets.Tickets;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Units;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Figures are what the histories say, whatever happened in them and in whichever order (PRODUCT 9). */
@ExtendWith(ArquillianExtension.class)
class CountingIT {

    private static final int TICKETS = 25;
    private static final int MOST_ACTS = 9;
    private static final Period SPRING = new Period(LocalDate.parse("2024-03-01"), LocalDate.parse("2024-08-31"));

    private static final Period UNTIL_APRIL = new Period(LocalDate.parse("2023-08-20"), LocalDate.parse("2024-04-10"));
    private static final Period SINCE_MARCH = new Period(LocalDate.parse("2024-03-20"), LocalDate.parse("2024-11-05"));
    private static final Period YEARS = new Period(LocalDate.parse("2023-11-15"), LocalDate.parse("2024-09-20"));

    @EJB
    Tickets tickets;

    @EJB
    Assignments assignments;

    @EJB
    Changes changes;

    @EJB
    Comments comments;

    @EJB
    Replies replies;

    @EJB
    Reports reports;

    @EJB
    Recounts recounts;

    @EJB
    Reckoner reckoner;

    @Inject
    Units units;

    @Inject
    People people;

    @Inject
    TimeTravel travel;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    @AfterEach
    void nothingOfItWaitsForAnybody() throws Exception {
        transaction.begin();
        em.createNativeQuery("""
                        update tickets_ticket t set in_triage = false, category = 'CLOSED', status_id = s.id
                        from units_status s where s.unit_id = t.unit_id and s.category = 'CLOSED' and t.id = any(cast(?1 as bigint[]))""").setParameter(1, SqlArray.of(told())).executeUpdate();
        em.createNativeQuery("delete from tickets_timer where ticket_id = any(cast(?1 as bigint[]))")
                .setParameter(1, SqlArray.of(told()))
                .executeUpdate();
        transaction.commit();
    }

    @Test
    void everyFigureIsWhatTheHistoriesSay() throws Exception {
        var seed = new Random().nextLong();
        history(new Random(seed));
        reckoner.look();

        var counts = new Counts();
        told().forEach(code -> new Told(unit(), lines(code)).count(counts));
        var figures = reports.dashboard(cut(), people.talita());

        for (var figure : List.of(
                Figure.CREATED,
                Figure.ANSWERED,
                Figure.SOLVED,
                Figure.OPENED,
                Figure.SETTLED,
                Figure.REOPENED,
                Figure.HANDED_OVER)) {
            assertThat(days(figures, figure)).as("%s, seed %d", figure, seed).isEqualTo(said(counts, figure));
        }
        assertThat(figures.statuses().values().stream()
                        .mapToLong(one -> one.business() / 60)
                        .sum())
                .as("minutes in statuses, seed %d", seed)
                .isCloseTo(sum(counts.minutes, "STAYED"), aMinuteEach(counts, "STAYED"));
        assertThat(figures.flow().total(Figure.SOLVED, SPRING).business() / 60)
                .as("minutes to solutions, seed %d", seed)
                .isCloseTo(sum(counts.minutes, "SOLVED"), aMinuteEach(counts, "SOLVED"));
        assertThat(figures.flow().total(Figure.ANSWERED, SPRING).business() / 60)
                .as("minutes to answers, seed %d", seed)
                .isCloseTo(sum(counts.minutes, "ANSWERED"), aMinuteEach(counts, "ANSWERED"));
        assertThat(figures.openAt(SPRING.to()))
                .as("open in the end, seed %d", seed)
                .isEqualTo(sum(counts.n, "OPENED") - sum(counts.n, "SETTLED"));
        assertTheCellsAreAFullRecount();
        everythingIsCountedAgain();
        assertTheCellsAreAFullRecount();
        assertThat(days(reports.dashboard(cut(), people.talita()), Figure.SOLVED))
                .as("counted again, seed %d", seed)
                .isEqualTo(said(counts, Figure.SOLVED));
        assertEveryFigureLeadsToAsManyTickets(counts);
        assertALongTimeTellsTheSame(figures);
        assertALongTimeTellsTheSameOfALabel();
        assertALongTimeEndsOnItsDays(figures);
        assertHalvesAndNineInTen(figures);
        assertPackedMonthsTellTheSame(new Random(seed));
    }

    /** As soon as nothing changed in them for a while; and again after something did. */
    private void assertPackedMonthsTellTheSame(Random random) throws Exception {
        var before = howLong();
        monthsArePacked();
        assertThat(rows("select month from reporting_packed_month where packed"))
                .hasSizeGreaterThan(6);
        assertThat(rows("select hours from reporting_packed")).isNotEmpty();
        assertThat(howLong()).isEqualTo(before);
        assertHalvesAndNineInTen(reports.dashboard(cut(), people.talita()));

        var start = LocalDateTime.parse("2024-04-10T09:00");
        travel.from(start.toString(), () -> {
            var code = tickets.open(Requests.loja("Contado depois"), people.bruno())
                    .code();
            travel.jump(start.plusHours(3).plusMinutes(random.nextInt(90)).toString());
            speak(code, true);
        });
        reckoner.look();
        var after = howLong();
        assertThat(after).isNotEqualTo(before);
        assertHalvesAndNineInTen(reports.dashboard(cut(), people.talita()));
        monthsArePacked();
        assertThat(howLong()).isEqualTo(after);
    }

    private void monthsArePacked() throws Exception {
        reckoner.look();
        transaction.begin();
        em.createNativeQuery("update reporting_packed_month set touched_at = touched_at - interval '1 hour'")
                .executeUpdate();
        transaction.commit();
        reckoner.look();
    }

    /** Of everything, of each cut of it, and of each line, months and days together. */
    private List<String> howLong() {
        var rafael = people.rafael().id();
        var cuts = List.of(
                cut().at(YEARS),
                Cut.of(YEARS),
                new Cut(YEARS, null, null, rafael, null, null, null, null, null, null),
                new Cut(YEARS, null, null, null, null, null, null, Channel.PORTAL, null, null));
        var told = new ArrayList<String>();
        for (var cut : cuts) {
            var all = reports.dashboard(cut, people.talita());
            told.add(all.hours() + " " + all.answers() + " " + all.solutions() + " " + all.solutionsRunning());
            for (var dimension : Dimension.values()) {
                reports.breakdown(cut, dimension, people.talita())
                        .forEach(line -> told.add(dimension + " " + line.key() + " " + line.answers()));
            }
        }
        return told;
    }

    /** Against a list of all of them, in order: the one at whose end half, or nine in ten, are done. */
    private void assertHalvesAndNineInTen(Dashboard figures) {
        assertSpread(figures.answers(), took("answer_business", "answered_day is not null"));
        assertSpread(figures.solutions(), took("solve_business", "solved_day is not null"));
        assertSpread(figures.solutionsRunning(), took("solve_running", "solved_day is not null"));
        figures.hours()
                .forEach((hour, spread) -> assertSpread(
                        spread, took("answer_business", "answered_day is not null and created_hour = " + hour)));
        assertThat(figures.hours().values().stream().mapToLong(Spread::size).sum())
                .isEqualTo(figures.answers().size());
    }

    private List<Long> took(String seconds, String condition) {
        return rows("select %s from reporting_ticket where ticket_id = any(cast('%s' as bigint[])) and %s"
                        .formatted(seconds, SqlArray.of(told()), condition))
                .stream()
                .map(took -> (((Number) took).longValue() + 59) / 60)
                .sorted()
                .toList();
    }

    private static void assertSpread(Spread spread, List<Long> sorted) {
        assertThat(spread.size()).isEqualTo(sorted.size());
        if (!sorted.isEmpty()) {
            assertThat(spread.median()).contains(Duration.ofMinutes(ranked(sorted, 50)));
            assertThat(spread.ninetieth()).contains(Duration.ofMinutes(ranked(sorted, 90)));
        }
    }

    private static long ranked(List<Long> sorted, int percent) {
        return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
    }

    /** Of whole months and what is left before and after them, where the other is of days alone. */
    private void assertALongTimeTellsTheSame(Dashboard figures) {
        var years = reports.dashboard(cut().at(YEARS), people.talita());
        for (var figure : Figure.values()) {
            assertThat(years.flow().total(figure, YEARS))
                    .as("%s of a long time", figure)
                    .isEqualTo(figures.flow().total(figure, SPRING));
        }
        assertThat(years.statuses()).isEqualTo(figures.statuses());
        assertThat(years.openAt(SPRING.to())).isEqualTo(figures.openAt(SPRING.to()));
        for (var dimension : List.of(
                Dimension.AGENT, Dimension.COMPANY, Dimension.PARTNER, Dimension.CLASSIFICATION, Dimension.TAG)) {
            assertThat(lines(cut().at(YEARS), dimension)).isEqualTo(lines(cut(), dimension));
        }
        assertThat(reports.breakdown(cut().at(YEARS), Dimension.UNIT, people.talita()))
                .extracting(org.guiche.reporting.Line::created)
                .containsExactly(figures.flow().total(Figure.CREATED, SPRING).n());
    }

    /** Of a label days are told by its tickets, and months by what was added up. */
    private void assertALongTimeTellsTheSameOfALabel() {
        var frete = new Cut(SPRING, unit().id(), null, null, null, null, null, null, null, "frete");
        var days = reports.dashboard(frete, people.talita());
        var years = reports.dashboard(frete.at(YEARS), people.talita());
        for (var figure : Figure.values()) {
            assertThat(years.flow().total(figure, YEARS))
                    .as("%s of a label", figure)
                    .isEqualTo(days.flow().total(figure, SPRING));
        }
        assertThat(years.statuses()).isEqualTo(days.statuses());
        assertThat(years.openAt(SPRING.to())).isEqualTo(days.openAt(SPRING.to()));
        assertThat(reports.breakdown(frete.at(YEARS), Dimension.UNIT, people.talita()).stream()
                        .mapToLong(org.guiche.reporting.Line::created)
                        .sum())
                .isEqualTo(days.flow().total(Figure.CREATED, SPRING).n());
        assertThat(lines(frete.at(YEARS), Dimension.TAG)).isEqualTo(lines(frete, Dimension.TAG));
    }

    /** A long time that begins or ends in the middle of a month in which something happened. */
    private void assertALongTimeEndsOnItsDays(Dashboard figures) {
        for (var period : List.of(UNTIL_APRIL, SINCE_MARCH)) {
            var some = reports.dashboard(cut().at(period), people.talita());
            var first = period.from().isAfter(SPRING.from()) ? period.from() : SPRING.from();
            var last = period.to().isBefore(SPRING.to()) ? period.to() : SPRING.to();
            for (var figure : Figure.values()) {
                assertThat(some.flow().total(figure, period))
                        .as("%s from %s to %s", figure, period.from(), period.to())
                        .isEqualTo(figures.flow().total(figure, new Period(first, last)));
            }
        }
    }

    private List<String> lines(Cut cut, Dimension dimension) {
        return reports.breakdown(cut, dimension, people.talita()).stream()
                .map(one -> one.key() + " " + one.created() + " " + one.solved() + " " + one.open())
                .toList();
    }

    /** Units that have no tickets among them. */
    private void everythingIsCountedAgain() throws Exception {
        recounts.ask(people.admin());
        transaction.begin();
        em.createNativeQuery("update reporting_recount set asked_at = asked_at - interval '1 hour'")
                .executeUpdate();
        transaction.commit();
        reckoner.look();
        assertThat(recounts.isUnderWay()).isFalse();
    }

    /** Nothing happens at the very beginning of a minute, and the other count knows whole ones only. */
    private static Offset<Long> aMinuteEach(Counts counts, String what) {
        return within(sum(counts.n, what));
    }

    private void assertTheCellsAreAFullRecount() {
        assertAreAFullRecount(
                "reporting_cell", "unit_id, sector_id, coalesce(classification_id, 0), priority, channel");
        assertAreAFullRecount("reporting_agent_cell", "unit_id, sector_id, coalesce(agent_id, 0)");
        assertAreAFullRecount("reporting_client_cell", "unit_id, sector_id, coalesce(company_id, 0), group_id");
        assertTheMonthsOfCompaniesAre();
        assertTheCellsOfLabelsAre();
    }

    private void assertTheMonthsOfCompaniesAre() {
        var kept = "select day, company_id, group_id, figure, part, n, business, running from reporting_party_cell";
        var told = """
                select cast(date_trunc('month', cast(day as timestamp)) as date) as month, coalesce(company_id, 0), group_id, figure, part,
                    sum(n), sum(business), sum(running)
                from reporting_figure group by 1, 2, 3, 4, 5""";
        assertThat(rows(told + " except " + kept))
                .as("told by the tickets, missing by company")
                .isEmpty();
        assertThat(rows(kept + " except " + told))
                .as("kept by company, told by no ticket")
                .isEmpty();
    }

    /** Against the words of the tickets themselves; each counts in all of its days and months once for each of its labels. */
    private void assertTheCellsOfLabelsAre() {
        var kept =
                "select grain, day, unit_id, sector_id, name, figure, part, n, business, running from reporting_label_cell c"
                        + " left join reporting_label l on l.id = c.label_id";
        var told = """
                select g.grain, cast(date_trunc(g.grain, cast(f.day as timestamp)) as date) as step, f.unit_id, f.sector_id, w.name,
                    f.figure, f.part, sum(f.n), sum(f.business), sum(f.running)
                from (values ('DAY'), ('MONTH')) g (grain) cross join reporting_figure f join tickets_ticket t on t.id = f.ticket_id
                    cross join lateral (select distinct jsonb_array_elements_text(t.tags)) w (name) group by 1, 2, 3, 4, 5, 6, 7""";
        assertThat(rows(told + " except " + kept))
                .as("told by the tickets, missing by label")
                .isEmpty();
        assertThat(rows(kept + " except " + told))
                .as("kept by label, told by no ticket")
                .isEmpty();
        assertThat(
                        rows(
                                "select name from reporting_label l where not exists (select from tickets_ticket t where t.tags @> to_jsonb(l.name))"))
                .as("words that no ticket has")
                .isEmpty();
    }

    private void assertAreAFullRecount(String cells, String columns) {
        var kept = "select grain, day, %s, figure, part, n, business, running from %s"
                .formatted(columns.replaceAll("coalesce\\((\\w+), 0\\)", "$1"), cells);
        var told = """
                select grain, case grain when 'DAY' then day else day - cast(extract(day from day) as int) + 1 end as step, %s, figure, part,
                    sum(n), sum(business), sum(running)
                from reporting_figure cross join (values ('DAY'), ('MONTH')) g (grain) group by grain, step, %s, figure, part""".formatted(columns, columns);
        assertThat(rows(told + " except " + kept))
                .as("told by the tickets, missing in " + cells)
                .isEmpty();
        assertThat(rows(kept + " except " + told))
                .as("kept in " + cells + ", told by no ticket")
                .isEmpty();
    }

    private List<?> rows(String sql) {
        return em.createNativeQuery(sql).getResultList();
    }

    private void assertEveryFigureLeadsToAsManyTickets(Counts counts) {
        for (var figure : List.of(Figure.CREATED, Figure.SOLVED)) { // each ticket once at most
            assertThat(reports.tickets(cut(), Slice.of(figure), null, 200, people.talita())
                            .items())
                    .hasSize((int) sum(counts.n, figure.name()));
        }
    }

    private static Map<LocalDate, Long> days(Dashboard figures, Figure figure) {
        var days = new HashMap<LocalDate, Long>();
        for (var day = SPRING.from(); !day.isAfter(SPRING.to()); day = day.plusDays(1)) {
            var n = figures.flow().total(figure, new Period(day, day)).n();
            if (n > 0) {
                days.put(day, n);
            }
        }
        return days;
    }

    private static Map<LocalDate, Long> said(Counts counts, Figure figure) {
        var days = new HashMap<LocalDate, Long>();
        counts.n.forEach((key, n) -> {
            if (key.startsWith(figure.name() + " ")) {
                days.put(LocalDate.parse(key.substring(figure.name().length() + 1)), n);
            }
        });
        return days;
    }

    private static long sum(Map<String, Long> counts, String what) {
        return counts.entrySet().stream()
                .filter(one -> one.getKey().startsWith(what + " "))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Cut cut() {
        return new Cut(SPRING, unit().id(), null, null, null, null, null, null, null, null);
    }

    private BusinessUnit unit() {
        return units.all().stream()
                .filter(one -> one.key().equals("loja"))
                .findFirst()
                .orElseThrow();
    }

    private void history(Random random) throws Exception {
        for (int i = 0; i < TICKETS; i++) {
            var start = LocalDateTime.parse("2024-03-04T08:00").plusMinutes(random.nextInt(40 * 24 * 60));
            travel.from(start.toString(), () -> tell(start, random));
        }
    }

    private void tell(LocalDateTime start, Random random) {
        var code = tickets.open(Requests.loja("Contado"), people.bruno()).code();
        var at = start;
        for (int acts = random.nextInt(MOST_ACTS); acts > 0; acts--) {
            at = at.plusMinutes(1 + random.nextInt(3 * 24 * 60));
            travel.jump(at.toString());
            try {
                act(code, random);
            } catch (BusinessException refused) {
                // what may not be done now is not done: the next thing happens
            }
        }
    }

    private void act(TicketCode code, Random random) {
        switch (random.nextInt(6)) {
            case 0 ->
                assignments.assign(code, new Assignment(somebody(random).id(), Channel.PORTAL), people.talita(), null);
            case 1 -> speak(code, random.nextBoolean());
            case 2 ->
                changes.change(
                        code,
                        TicketChange.toSector(random.nextBoolean() ? "marketing" : "suporte", Channel.PORTAL),
                        people.talita(),
                        null);
            case 3 -> changes.change(code, TicketChange.toTags(labels(random), Channel.PORTAL), people.talita(), null);
            default -> {
                var statuses = unit().statuses();
                var status = statuses.get(random.nextInt(statuses.size()));
                var reason = status.reasons().isEmpty()
                        ? null
                        : status.reasons().get(0).key();
                changes.changeStatus(
                        code, new StatusChange(status.key(), reason, null, Channel.PORTAL), people.talita(), null);
            }
        }
    }

    private static List<String> labels(Random random) {
        return Stream.of("frete", "=carrinho", "não soma", "\"checkout\"")
                .filter(any -> random.nextBoolean())
                .toList();
    }

    private void speak(TicketCode code, boolean staff) {
        var words = new Reply("Olá.", TextFormat.TEXT, false, List.of(), List.of(), null, null, Channel.PORTAL);
        if (staff) {
            replies.add(code, words, people.talita(), null);
        } else {
            comments.add(code, words, people.bruno());
        }
    }

    private Person somebody(Random random) {
        return random.nextBoolean() ? people.rafael() : people.talita();
    }

    /** Those that were opened, and those that a word to a closed one opened. */
    private List<Long> told() {
        List<?> ids = em.createNativeQuery(
                        "select id from tickets_ticket where unit_id = ?1 and created_at < '2024-09-01' order by id")
                .setParameter(1, unit().id())
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    private List<Line> lines(long code) {
        List<?> rows = em.createNativeQuery("""
                        select e.type, e.at, exists (select from accounts_role r where r.person_id = e.actor_id), e.from_value, e.to_value
                        from tickets_event e where e.ticket_id = ?1 order by e.id""").setParameter(1, code).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Line((String) r[0], instant(r[1]), (Boolean) r[2], (String) r[3], (String) r[4]))
                .toList();
    }

    private static Instant instant(Object at) {
        return at instanceof OffsetDateTime moment ? moment.toInstant() : ((Timestamp) at).toInstant();
    }
}
