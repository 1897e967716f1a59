package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.web.Appearance;

/** Backs {@code tickets/standards.xhtml}, for everybody (S0-07). A browser that has the page as it is gets nothing again. */
@Named
@RequestScoped
public class StandardsPage {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    Appearance appearance;

    @Inject
    PublishedStandards standards;

    /** Says which page this is; nothing more to who has it. What the page shows of its reader is part of what it is. */
    public void enter() {
        var faces = FacesContext.getCurrentInstance();
        var reader = Integer.toHexString(Objects.hash(user.getPerson(), appearance.getTheme()));
        var tag = "W/\"" + standards.current().tag() + "-" + reader + "\"";
        var response = (HttpServletResponse) faces.getExternalContext().getResponse();
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Vary", "Cookie");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            faces.responseComplete();
        }
    }

    public List<StandardUnit> getUnits() {
        return standards.current().units();
    }
}
