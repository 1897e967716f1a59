package org.guiche.reporting.web;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.guiche.accounts.People;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.NotFound;
import org.guiche.shared.Texts;
import org.guiche.tickets.Deadline;
import org.guiche.tickets.Histories;
import org.guiche.tickets.HistoryEntry;
import org.guiche.tickets.HistoryWording;
import org.guiche.tickets.PublicHistory;
import org.guiche.tickets.TicketDetails;
import org.guiche.time.Wording;
import org.guiche.units.Classification;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** {@code Histórico no SAC}: all demands of one person with everything said and done, to print or to hand over (Decreto 11.034/2022, art. 12). */
@Named
@RequestScoped
public class SacPage {

    /** More than anybody ever asked for in the two years that the decree keeps. */
    private static final int MOST = 200;

    private static final String PERSON = "pessoa";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    Histories histories;

    @Inject
    HistoryWording words;

    @Inject
    People people;

    @Inject
    Units units;

    @Inject
    Clock clock;

    private @Nullable List<Demand> demands;

    /**
     * A ticket.
     *
     * @param state how it stands with what the law gives it, in words; empty where it was not promised
     */
    public record Demand(
            String code,
            String href,
            String subject,
            String unit,
            String channel,
            String classification,
            String status,
            String opened,
            String due,
            String state,
            List<Line> lines) {}

    /** What was said or done. */
    public record Line(String at, String author, String text, String files) {}

    /** Opens it for those who may, and for nobody else, before anything is drawn; 404 where there is no such person. */
    public void enter() {
        getDemands();
        if (getPerson().isEmpty()) {
            throw nobody();
        }
    }

    private static NotFound nobody() {
        return new NotFound("accounts.person.not-found");
    }

    /** Whose history it is. */
    public String getPerson() {
        return people.name(id());
    }

    private long id() {
        var asked = request.getParameter(PERSON);
        if (asked == null || !asked.matches("\\d{1,18}")) {
            throw nobody();
        }
        return Long.parseLong(asked);
    }

    /** The demands, the newest first. */
    public List<Demand> getDemands() {
        var known = demands;
        if (known == null) {
            known = histories.ofPerson(id(), MOST, user.get()).stream()
                    .map(this::demand)
                    .toList();
            demands = known;
        }
        return known;
    }

    /** When it was made, in the zone of the house. */
    public String getMade() {
        return new Wording(units.all().get(0).calendar().zone()).absoluteWithZone(clock.instant());
    }

    private Demand demand(PublicHistory history) {
        var ticket = history.ticket();
        var wording = new Wording(ticket.unit().calendar().zone());
        var due = ticket.resolution();
        return new Demand(
                ticket.code().toString(),
                "/tickets/ticket?code=" + ticket.code().number(),
                ticket.subject(),
                ticket.unit().pathLabel(),
                Texts.get("tickets.desk.channel." + ticket.channel().name().toLowerCase(Locale.ROOT)),
                classification(ticket),
                ticket.status().publicName(),
                wording.absoluteWithZone(ticket.createdAt()),
                due == null ? Texts.get("reporting.none") : wording.absolute(due.due()),
                due == null ? "" : state(due, wording),
                words.entries(history).stream()
                        .map(entry -> line(entry, wording))
                        .toList());
    }

    private static String classification(TicketDetails ticket) {
        Classification known = ticket.classification();
        return known == null ? Texts.get("reporting.none") : known.name();
    }

    private static String state(Deadline due, Wording wording) {
        var key = "reporting.sac.state." + due.state().name().toLowerCase(Locale.ROOT);
        return due.metAt() == null
                ? Texts.get(key)
                : Texts.get(key + ".at", wording.absolute(requireNonNull(due.metAt())));
    }

    private static Line line(HistoryEntry entry, Wording wording) {
        return new Line(
                wording.absolute(entry.at()),
                entry.author() == null ? "" : entry.author(),
                entry.text(),
                String.join(", ", entry.files()));
    }
}
