package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.web.FormText;
import org.guiche.tickets.Channel;
import org.guiche.tickets.TicketCode;
import org.guiche.tickets.TriageBoard;
import org.guiche.tickets.TriageMove;
import org.guiche.tickets.Triages;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.guiche.units.TriageRules.SectorWords;
import org.jspecify.annotations.Nullable;

/** Backs {@code tickets/triage.xhtml}: what waits to be sorted, moved by key, by hand or by drag, and taken back. */
@Named
@RequestScoped
public class TriagePage {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    Triages triages;

    @Inject
    Sectors sectors;

    @Inject
    TriageLooks looks;

    private @Nullable List<Sector> entries;
    private @Nullable TriageBoard board;
    private @Nullable List<TriageCard> cards;
    private @Nullable List<TriageLane> lanes;
    private @Nullable TriageNews news;

    /** For those who sort somewhere only. */
    public void enter() {
        getEntries();
    }

    /** The entry sectors that the person sorts; refuses who sorts nowhere. */
    public List<Sector> getEntries() {
        if (entries == null) {
            entries = triages.entries(user.get());
        }
        if (entries.isEmpty()) {
            throw new AccessDenied("tickets.triage.denied");
        }
        return entries;
    }

    /** The one that is open: that of the address, else the first. */
    public Sector getEntry() {
        var key = parameter("sector");
        return getEntries().stream()
                .filter(sector -> sector.key().equals(key))
                .findFirst()
                .orElse(getEntries().get(0));
    }

    private String parameter(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : FormText.clean(value);
    }

    /** What waits there, and the sectors it may go to. */
    public TriageBoard getBoard() {
        if (board == null) {
            var after = parameter("after");
            board = triages.board(getEntry().key(), after.isEmpty() ? null : after, user.get());
        }
        return board;
    }

    /** The tickets to be sorted, a page of them. */
    public List<TriageCard> getCards() {
        if (cards == null) {
            cards = getBoard().cards().items().stream()
                    .map(card -> looks.card(card, getEntry()))
                    .toList();
        }
        return cards;
    }

    /** The sectors that they may go to. */
    public List<TriageLane> getLanes() {
        if (lanes == null) {
            lanes = looks.lanes(getBoard().lanes());
        }
        return lanes;
    }

    /** The key that says that a ticket stays: the one after those of the sectors. */
    public @Nullable String getStayKey() {
        return TriageLane.key(getLanes().size());
    }

    /** How many wait that the page does not show. */
    public int getMore() {
        return getBoard().cards().next() == null
                ? 0
                : getBoard().waiting() - getBoard().cards().items().size();
    }

    /** Where the column goes on; null where this is all of it. */
    public @Nullable String getNext() {
        var next = getBoard().cards().next();
        return next == null ? null : "/tickets/triage?sector=" + getEntry().key() + "&after=" + Desk.encoded(next);
    }

    /** Sends the tickets named in the request to the sector named there. */
    public void move() {
        var codes = numbers("tickets").map(TicketCode::new).toList();
        var to = parameter("to");
        var sorted = triages.move(new TriageMove(codes, getEntry().key(), to, Channel.PORTAL), user.get());
        news = TriageNews.of(sorted, getEntry());
        forget();
    }

    /** Takes back the moves named in the request. */
    public void undo() {
        news = TriageNews.undone(triages.undo(numbers("events").toList(), Channel.PORTAL, user.get()));
        forget();
    }

    /** Which words speak for which sector, by its name. */
    public List<SectorWords> getRules() {
        return getBoard().rules().stream()
                .map(rule -> new SectorWords(sectors.get(rule.sector()).name(), rule.words()))
                .toList();
    }

    private void forget() {
        board = null;
        cards = null;
        lanes = null;
    }

    private Stream<Long> numbers(String name) {
        return Arrays.stream(parameter(name).split(" ", -1))
                .filter(text -> text.matches("[1-9]\\d{0,17}"))
                .map(Long::valueOf);
    }

    /** What the person did just now; null where nothing. */
    public @Nullable TriageNews getNews() {
        return news;
    }
}
