package org.guiche.accounts.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.guiche.accounts.Credentials;
import org.guiche.accounts.LinkPurpose;
import org.guiche.shared.Texts;
import org.guiche.shared.web.FormText;
import org.jspecify.annotations.Nullable;

/** Backs {@code accounts/password.xhtml}: where a link by mail leads, to choose a password. Looking does not use the link up. */
@Named
@RequestScoped
public class PasswordPage {

    private static final String LINK = "link";

    @Inject
    HttpServletRequest request;

    @EJB
    Credentials credentials;

    private String password = "";
    private @Nullable Looked looked;

    /** What the link is good for; nothing where it is dead. */
    private record Looked(Optional<LinkPurpose> purpose) {}

    /** Looks whether the link is good for anything; 410 where it is not. */
    public void enter() {
        if (!isGood()) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_GONE);
        }
    }

    /** Chooses the password, and leads to where one signs in. */
    public String choose() {
        credentials.choose(getLink(), password, Caller.of(request));
        return "/accounts/signin?faces-redirect=true&chosen=1";
    }

    private Optional<LinkPurpose> purpose() {
        var known = looked;
        if (known == null) {
            known = new Looked(credentials.look(getLink()));
            looked = known;
        }
        return known.purpose();
    }

    public boolean isGood() {
        return purpose().isPresent();
    }

    /** What choosing a password leads to. */
    public String getLead() {
        return Texts.get(purpose().map(PasswordPage::lead).orElse("accounts.password.lead"));
    }

    private static String lead(LinkPurpose purpose) {
        return switch (purpose) {
            case SIGN_UP -> "accounts.password.lead.signup";
            case INVITATION -> "accounts.password.lead.invitation";
            default -> "accounts.password.lead";
        };
    }

    /** Whether it registers somebody. */
    public boolean isSignUp() {
        return purpose().filter(LinkPurpose.SIGN_UP::equals).isPresent();
    }

    /** Whom it registers, for whoever opens it to see: {@code Nair Conceição, CPF ***.971.314-**}. */
    public String getWho() {
        return credentials
                .applicant(getLink())
                .map(one ->
                        Texts.get("accounts.password.who", one.name(), one.cpf().masked()))
                .orElse("");
    }

    /** The secret of the link, on both ways through this page. */
    public String getLink() {
        var link = request.getParameter(LINK);
        return link == null ? "" : FormText.clean(link);
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
