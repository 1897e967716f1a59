package org.guiche.tickets.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.attachments.LatestStorage;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.guiche.tickets.FilePeriod;
import org.guiche.tickets.FilePeriods;

/** Backs {@code WEB-INF/tickets/files-periods.xhtml}, part of {@code Espaço}: how long each unit keeps the files of closed tickets. */
@Named
@RequestScoped
public class FilePeriodsPanel {

    private static final String KEY = "tickets.files-period.";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @EJB
    FilePeriods periods;

    @EJB
    LatestStorage storage;

    /**
     * A unit.
     *
     * @param days empty where its files stay as long as the ticket
     * @param least how many days it has to be, in words; empty where it may be any
     */
    public record Row(long unit, String name, String days, String least) {}

    /** The units, in the tree's order. */
    public List<Row> getRows() {
        return periods.all(user.get()).stream()
                .map(one -> new Row(
                        one.unitId(),
                        one.unit(),
                        one.isSet() ? Integer.toString(one.days()) : "",
                        one.least() > 1 ? Texts.get(KEY + "least", one.least()) : ""))
                .toList();
    }

    /** From now on that unit's files are kept as long as its field says; the page counts again what goes. */
    public void save(long unit) {
        periods.keep(unit, days(unit), user.get());
        storage.soon();
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(Texts.get(KEY + "saved")));
    }

    private int days(long unit) {
        var typed = Objects.requireNonNullElse(request.getParameter("days-" + unit), "")
                .strip();
        if (typed.isEmpty()) {
            return FilePeriod.AS_LONG_AS_THE_TICKET;
        }
        if (!typed.matches("\\d{1,6}")) {
            throw RuleViolation.of("days", KEY + "number");
        }
        return Integer.parseInt(typed);
    }
}
