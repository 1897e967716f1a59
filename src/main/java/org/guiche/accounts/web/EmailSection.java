package org.guiche.accounts.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.guiche.accounts.EmailChanges;
import org.guiche.shared.Texts;

/** Backs the section of <i>Minha conta</i> with which one asks for another address. It says the same whoever has that address. */
@Named
@RequestScoped
public class EmailSection {

    @Inject
    CurrentUser user;

    @EJB
    EmailChanges changes;

    private String present = "";
    private String email = "";

    /** Asks for it. */
    public void ask() {
        changes.ask(user.get(), present, email);
        email = "";
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(Texts.get("accounts.email.asked")));
    }

    /** What was asked for and is not done yet; empty for nothing. */
    public String getWaiting() {
        return changes.asked(user.get())
                .map(asked -> Texts.get(
                        asked.isNewConfirmed()
                                ? "accounts.email.waits.old"
                                : asked.isOldConfirmed() ? "accounts.email.waits.new" : "accounts.email.waits.both",
                        asked.wanted().address()))
                .orElse("");
    }

    public String getPresent() {
        return present;
    }

    public void setPresent(String present) {
        this.present = present;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
