package org.guiche.accounts.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.guiche.accounts.FactorState;
import org.guiche.accounts.SecondFactors;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** Backs the section of <i>Minha conta</i> about the second factor. */
@Named
@RequestScoped
public class FactorSection {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @EJB
    SecondFactors factors;

    private String present = "";
    private String code = "";
    private List<String> codes = List.of();
    private @Nullable FactorState state;

    /** Ten other recovery codes, shown this one time. */
    public void renew() {
        codes = factors.renewCodes(user.get(), present, code);
        state = null;
    }

    /** Turns it off. */
    public void end() {
        factors.end(user.get(), present, code);
        state = null;
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(Texts.get("accounts.factor.ended")));
    }

    /** How it stands. */
    public FactorState getState() {
        if (state == null) {
            state = factors.state(user.get());
        }
        return state;
    }

    /** {@code Ligada desde 26/11/2026. Códigos de recuperação que restam: 9.} */
    public String getWords() {
        var since = getState().since();
        return since == null
                ? Texts.get("accounts.factor.off")
                : Texts.get("accounts.factor.on", Moments.day(since), getState().codesLeft());
    }

    /** Whether its form was sent just now: what it says must be seen. */
    public boolean isSent() {
        return request.getParameterMap().containsKey("factor");
    }

    /** The new recovery codes, this one time. */
    public List<String> getCodes() {
        return codes;
    }

    /** The same, one a line, to be kept somewhere. */
    public String getCodesText() {
        return String.join("\n", codes);
    }

    public String getPresent() {
        return present;
    }

    public void setPresent(String present) {
        this.present = present;
    }

    public String getCode() {
        return "";
    }

    public void setCode(String code) {
        this.code = code;
    }
}
