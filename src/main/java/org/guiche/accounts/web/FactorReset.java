package org.guiche.accounts.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.guiche.accounts.People;
import org.guiche.accounts.SecondFactors;
import org.guiche.shared.Texts;

/** Backs {@code WEB-INF/accounts/factor-reset.xhtml}: an administrator takes the second factor of somebody away who lost the phone. */
@Named
@RequestScoped
public class FactorReset {

    @Inject
    CurrentUser user;

    @EJB
    SecondFactors factors;

    @EJB
    People people;

    private String reason = "";

    /** Takes it away. */
    public void reset(long personId) {
        factors.reset(user.get(), personId, reason);
        reason = "";
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(Texts.get("accounts.factor.reset.done")));
    }

    /** Whether that person has one. */
    public boolean isOn(long personId) {
        return people.find(personId)
                .filter(person -> factors.state(person).isOn())
                .isPresent();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
