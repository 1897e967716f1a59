package org.guiche.partners.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.guiche.partners.AccessRequests;
import org.guiche.partners.AccessRequests.Asked;
import org.guiche.shared.Texts;
import org.guiche.shared.web.FormText;
import org.jspecify.annotations.Nullable;

/** Backs {@code partners/confirm.xhtml}: where the link by mail leads. Looking confirms nothing. */
@Named
@RequestScoped
public class ConfirmPage {

    private static final String LINK = "link";

    @Inject
    HttpServletRequest request;

    @EJB
    AccessRequests requests;

    private @Nullable Looked looked;

    /** What the link is good for; nothing where it is dead. */
    private record Looked(Optional<Asked> asked) {}

    /** Looks whether the link is good for anything; 410 where it is not. */
    public void enter() {
        if (!isGood() && !isDone()) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_GONE);
        }
    }

    private Optional<Asked> asked() {
        var known = looked;
        if (known == null) {
            known = new Looked(requests.look(getLink()));
            looked = known;
        }
        return known.asked();
    }

    /** Confirms it: administrators see the request from now on. */
    public void confirm() {
        requests.confirm(getLink());
        looked = null;
    }

    public boolean isGood() {
        return asked().filter(one -> !one.confirmed()).isPresent();
    }

    public boolean isDone() {
        return asked().filter(Asked::confirmed).isPresent();
    }

    /** {@code Agência Taboa, CNPJ 12.ABC.345/01DE-35}: nobody confirms another's without seeing it. */
    public String getWho() {
        return asked().map(one -> Texts.get(
                        "partners.confirm.who", one.agency(), one.cnpj().formatted()))
                .orElse("");
    }

    public String getLink() {
        var link = request.getParameter(LINK);
        return link == null ? "" : FormText.clean(link);
    }
}
