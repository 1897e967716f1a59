package org.guiche.accounts.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.guiche.accounts.SignInPolicy;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** Backs {@code accounts/policy.xhtml}: what this installation asks of those who sign in. For administrators. */
@Named
@RequestScoped
public class PolicyPage {

    @Inject
    CurrentUser user;

    @EJB
    SignInPolicy policy;

    private @Nullable Boolean isStaffFactor;

    /** Opens the page. */
    public void enter() {
        if (!user.get().isAdministrator()) {
            throw new AccessDenied("accounts.administrators-only");
        }
    }

    /** Keeps what was chosen. */
    public void save() {
        policy.requireOfStaff(user.get(), isStaffFactor());
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(Texts.get("accounts.policy.saved")));
    }

    /** {@code Da equipe de 8 pessoas, 3 ainda não têm a segunda etapa.} */
    public String getState() {
        return Texts.get("accounts.policy.state", policy.staff(), policy.staffWithoutFactor());
    }

    public boolean isStaffFactor() {
        return isStaffFactor == null ? policy.staffNeedsFactor() : isStaffFactor;
    }

    public void setStaffFactor(boolean staffFactor) {
        isStaffFactor = staffFactor;
    }
}
