package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.partners.Company;
import org.guiche.partners.OpenableChoice;
import org.guiche.partners.OpenableChoices;
import org.jspecify.annotations.Nullable;

/** The clients that a partner narrows the list of tickets to: few are listed, many are looked for. */
@Named
@RequestScoped
public class MineClients {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    OpenableChoices choices;

    @Inject
    MinePage page;

    private @Nullable OpenableChoice choice;
    private @Nullable Company sought;

    private OpenableChoice choice() {
        if (choice == null) {
            choice = user.get().isPartnerUser()
                    ? choices.of(page.query().client(), user.get())
                    : new OpenableChoice(List.of(), false, null);
        }
        return choice;
    }

    /** Those to choose from; none but for partners, and for those of many, who look for them. */
    public List<MineChoice> getListed() {
        return MineChoice.clients(choice().listed(), page.query());
    }

    /** Whether they are too many to list. */
    public boolean isSearched() {
        return choice().searched();
    }

    /** The one that was looked for. */
    public @Nullable Company getChosen() {
        return choice().chosen();
    }

    public void setChosen(@Nullable Company company) {
        sought = company;
    }

    /** Narrows the list to that client, or to none any more. */
    public void narrow() throws IOException {
        var faces = FacesContext.getCurrentInstance();
        var path = page.query().of(sought == null ? null : sought.id()).path();
        faces.getExternalContext().redirect(request.getContextPath() + path);
        faces.responseComplete();
    }

    /** What the list is narrowed to already, for the form that looks for a client to send along. */
    public Set<Map.Entry<String, String>> getAsked() {
        return page.query().address().entrySet();
    }
}
