package org.guiche.privacy.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.guiche.accounts.Access;
import org.guiche.accounts.AccessRecords;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.privacy.DataRequests;
import org.guiche.shared.NotFound;
import org.guiche.shared.Texts;
import org.guiche.shared.web.FormText;
import org.jspecify.annotations.Nullable;

/** Backs {@code privacy/access.xhtml}: who of the staff read whose data. For the data officer, who is in it too. */
@Named
@RequestScoped
public class AccessPage {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    PrivacyWords words;

    @EJB
    AccessRecords records;

    @EJB
    DataRequests requests;

    private @Nullable List<Access> page;

    /** A line as it is shown. */
    public record Row(String at, String reader, String subject, String kind, String ticket) {}

    /** Refuses everybody but the data officer. */
    public void enter() {
        page();
    }

    private List<Access> page() {
        if (page == null) {
            page = user.isDataOfficer() && !getWho().isBlank()
                    ? requests.known(getWho(), user.get()).map(this::of).orElse(List.of())
                    : of(null);
        }
        return page;
    }

    private List<Access> of(@Nullable Long subject) {
        return records.read(new AccessRecords.Which(subject, null, before()), user.get());
    }

    private @Nullable Instant before() {
        var typed = request.getParameter("before");
        try {
            return typed == null || typed.isEmpty() ? null : Instant.parse(typed);
        } catch (DateTimeException e) {
            throw new NotFound("shared.not-found");
        }
    }

    public List<Row> getRows() {
        return page().stream().limit(AccessRecords.AT_ONCE).map(this::row).toList();
    }

    private Row row(Access one) {
        return new Row(
                words.moment(one.at()),
                words.name(one.readerId()),
                one.subjectId() == 0 ? Texts.get("privacy.access.many") : words.name(one.subjectId()),
                Texts.get("accounts.access." + one.kind().name().toLowerCase(Locale.ROOT)),
                one.ticketId() == null ? "" : "#" + one.ticketId());
    }

    /** Where the older ones begin; null at the end. */
    public @Nullable String getMore() {
        return page().size() <= AccessRecords.AT_ONCE
                ? null
                : page().get(AccessRecords.AT_ONCE - 1).at().toString();
    }

    /** Whose alone. */
    public String getWho() {
        var typed = request.getParameter("who");
        return typed == null ? "" : FormText.clean(typed).strip();
    }
}
