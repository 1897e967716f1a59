package org.guiche.tickets.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.web.FormText;
import org.guiche.tickets.Recount;
import org.guiche.tickets.Recounting;
import org.jspecify.annotations.Nullable;

/** A part of pages that change what a unit promises: how many tickets that reckons again, and how far that is. */
@Named
@RequestScoped
public class RecountPart {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @EJB
    Recounting recounting;

    private @Nullable Recount recount;

    /** Of the unit that the page is about; the part asks again by itself while it goes on. */
    public Recount of(String unitKey) {
        if (recount == null) {
            var sent = request.getParameter("recounted");
            recount = recounting.of(sent == null ? unitKey : FormText.clean(sent), user.get());
        }
        return recount;
    }
}
