package org.guiche.accounts.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.guiche.accounts.EmailChanges;
import org.guiche.shared.Email;
import org.guiche.shared.web.FormText;
import org.jspecify.annotations.Nullable;

/** Backs {@code accounts/email.xhtml}: where a link by mail leads, to confirm another address. Looking does not use the link up. */
@Named
@RequestScoped
public class EmailPage {

    private static final String LINK = "link";

    @Inject
    HttpServletRequest request;

    @EJB
    EmailChanges changes;

    private @Nullable Looked looked;
    private @Nullable Boolean isDone;

    /** The address that the link confirms; nothing where it is dead. */
    private record Looked(Optional<Email> wanted) {}

    /** Looks whether the link is good for anything; 410 where it is not. */
    public void enter() {
        if (!isGood()) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_GONE);
        }
    }

    /** Confirms it. */
    public void confirm() {
        isDone = changes.confirm(getLink(), Session.handle(request), Caller.of(request));
    }

    private Optional<Email> wanted() {
        var known = looked;
        if (known == null) {
            known = new Looked(changes.look(getLink()));
            looked = known;
        }
        return known.wanted();
    }

    /** Whether there is something to confirm. */
    public boolean isGood() {
        return isDone == null && wanted().isPresent();
    }

    /** Whether it was confirmed just now. */
    public boolean isConfirmed() {
        return isDone != null;
    }

    /** Whether the account has the other address now. */
    public boolean isDone() {
        return Boolean.TRUE.equals(isDone);
    }

    /** The address that the account is to have. */
    public String getWanted() {
        return wanted().map(Email::address).orElse("");
    }

    /** The secret of the link, on both ways through this page. */
    public String getLink() {
        var link = request.getParameter(LINK);
        return link == null ? "" : FormText.clean(link);
    }
}
