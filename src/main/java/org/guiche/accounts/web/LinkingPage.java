package org.guiche.accounts.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.guiche.accounts.Oidc;
import org.guiche.accounts.OidcArrival.Entered;
import org.guiche.accounts.OidcConfirmations;
import org.guiche.accounts.OidcQuestion;
import org.guiche.accounts.OidcRefusal;
import org.guiche.accounts.OidcRefused;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code accounts/linking.xhtml}: whoever came through the provider and is not known yet confirms whose account it is. It shows what
 * the provider said of the person in this browser, and of an account only that there is one.
 */
@Named
@RequestScoped
public class LinkingPage {

    @Inject
    HttpServletRequest request;

    @EJB
    OidcConfirmations oidc;

    @Inject
    OidcWelcome welcome;

    private String present = "";
    private @Nullable String name;
    private @Nullable String email;
    private boolean isMailed;
    private @Nullable Looked looked;

    /** What is asked; nothing where nobody came in this browser. */
    private record Looked(Optional<OidcQuestion> question) {}

    /** What one of the ways on comes to. */
    private interface Step {
        Entered take();
    }

    /** Opens the page; by the link of a mail the address is proved on the way. 404 without a provider, 410 where nobody came. */
    public void enter() throws IOException {
        var faces = FacesContext.getCurrentInstance();
        if (!Oidc.isOn()) {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            faces.responseComplete();
            return;
        }
        var link = request.getParameter("link");
        if (link != null) {
            oidc.prove(OidcBrowser.of(request), link);
        }
        if (question().isEmpty()) {
            faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_GONE);
        }
    }

    private Optional<OidcQuestion> question() {
        var known = looked;
        if (known == null) {
            known = new Looked(Oidc.isOn() ? oidc.question(OidcBrowser.of(request)) : Optional.empty());
            looked = known;
        }
        return known.question();
    }

    /** {@code password}, {@code mail}, {@code confirm}, {@code address}, {@code create}, {@code mailed}; {@code none} for no way on. */
    public String getKind() {
        return isMailed
                ? "mailed"
                : question()
                        .map(OidcQuestion::kind)
                        .orElse(OidcQuestion.Kind.NONE)
                        .name()
                        .toLowerCase(Locale.ROOT);
    }

    /** Why there is no way on. */
    public String getProblem() {
        var refusal = question().map(OidcQuestion::refusal).orElse(OidcRefusal.STALE);
        return Texts.get("accounts.oidc.refused." + refusal.word());
    }

    /** Links the account, whose password was typed where it has one. */
    public void link() throws IOException {
        go(() -> oidc.link(OidcBrowser.of(request), present, Device.of(request)));
    }

    /** Makes the account. */
    public void create() throws IOException {
        go(() -> oidc.create(OidcBrowser.of(request), getName(), Device.of(request)));
    }

    /** Sends the mail that proves the address. */
    public void mail() throws IOException {
        try {
            oidc.mail(OidcBrowser.of(request), getEmail(), Caller.of(request));
            isMailed = true;
        } catch (OidcRefused e) {
            refuse(e);
        }
    }

    private void go(Step step) throws IOException {
        var faces = FacesContext.getCurrentInstance();
        var response = (HttpServletResponse) faces.getExternalContext().getResponse();
        try {
            welcome.welcome(step.take(), request, response);
            faces.responseComplete();
        } catch (OidcRefused e) {
            refuse(e);
        }
    }

    private void refuse(OidcRefused refused) throws IOException {
        var faces = FacesContext.getCurrentInstance();
        OidcWelcome.refuse(refused.why(), request, (HttpServletResponse)
                faces.getExternalContext().getResponse());
        faces.responseComplete();
    }

    public String getLabel() {
        return Oidc.label();
    }

    public String getName() {
        return name == null ? question().map(OidcQuestion::name).orElse("") : name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    /** What the question is about, or what was typed. */
    public String getEmail() {
        return email == null ? question().map(OidcQuestion::email).orElse("") : email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email == null ? "" : email;
    }

    public String getPresent() {
        return present;
    }

    public void setPresent(String present) {
        this.present = present;
    }
}
