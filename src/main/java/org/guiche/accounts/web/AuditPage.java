package org.guiche.accounts.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.guiche.accounts.AuditFilter;
import org.guiche.accounts.AuditRecord;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.shared.Page;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** Backs {@code accounts/audit.xhtml}: who changed rights, companies, partners and contracts, newest first. */
@Named
@RequestScoped
public class AuditPage {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @EJB
    AuditTrail trail;

    private @Nullable Page<AuditRecord> page;

    /** A kind of subject to look at alone. */
    public record Choice(String key, String name, boolean selected) {}

    /** Opens the page; for administrators and the data officer. */
    public void enter() {
        page();
    }

    public List<AuditRecord> getRecords() {
        return page().items();
    }

    private Page<AuditRecord> page() {
        var known = page;
        if (known == null) {
            known = trail.page(user.get(), new AuditFilter(subject(), null, before()));
            page = known;
        }
        return known;
    }

    private @Nullable AuditSubject subject() {
        var name = parameter("of");
        return Arrays.stream(AuditSubject.values())
                .filter(subject -> key(subject).equals(name))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Long before() {
        var before = parameter("before");
        return before.matches("\\d{1,18}") ? Long.valueOf(before) : null;
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private static String key(AuditSubject subject) {
        return subject.name().toLowerCase(Locale.ROOT);
    }

    public List<Choice> getSubjects() {
        return Arrays.stream(AuditSubject.values())
                .map(subject -> new Choice(
                        key(subject), Texts.get("accounts.audit.subject." + key(subject)), subject == subject()))
                .toList();
    }

    /** Where the older ones are, or null at the end. */
    public @Nullable String getMore() {
        var next = page().next();
        var subject = subject();
        return next == null ? null : "/accounts/audit?of=" + (subject == null ? "" : key(subject)) + "&before=" + next;
    }
}
