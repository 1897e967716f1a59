package org.guiche.accounts.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.guiche.accounts.Credentials;
import org.guiche.accounts.Naming;
import org.guiche.accounts.People;
import org.guiche.accounts.TokenState;
import org.guiche.accounts.Tokens;
import org.guiche.shared.NotFound;
import org.guiche.shared.Phone;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** Backs {@code accounts/me.xhtml}: who I am here, my password, where I am signed in, which programs act for me. */
@Named
@RequestScoped
public class MyAccountPage {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ZoneId.of("America/Sao_Paulo"));

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @EJB
    People people;

    @EJB
    Credentials credentials;

    @EJB
    Tokens tokens;

    private @Nullable String name;
    private @Nullable String socialName;
    private @Nullable Naming naming;
    private @Nullable String phone;
    private String present = "";
    private String password = "";
    private @Nullable List<TokenState> list;

    /** Corrects names and phone. */
    public void correct() {
        people.correct(
                user.get(), new Naming(getName(), getSocialName()), getPhone().isBlank() ? null : phone());
        say("accounts.me.saved");
    }

    private Phone phone() {
        if (!Phone.looksLike(getPhone())) {
            throw RuleViolation.of("phone", "shared.phone.invalid");
        }
        return Phone.of(getPhone());
    }

    /** Chooses another password, and leads to where one signs in with it. */
    public String change() {
        credentials.change(user.get(), present, password);
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return "/accounts/signin?faces-redirect=true&chosen=1";
    }

    /** Ends the token that the button names. */
    public void end(String id) {
        if (getTokens().stream().noneMatch(token -> token.id().toString().equals(id))) {
            throw new NotFound("accounts.token.not-found");
        }
        tokens.revoke(UUID.fromString(id), user.get());
        list = null;
        say("accounts.me.token.ended");
    }

    private static void say(String key) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(Texts.get(key)));
    }

    /** The programs that act for the person now. */
    public List<TokenState> getTokens() {
        if (list == null) {
            list = tokens.list(user.get());
        }
        return list;
    }

    /** {@code só lê, desde 03/03/2026, até 03/06/2026}. */
    public String words(TokenState token) {
        var expires = token.expiresAt();
        return Texts.get(
                expires == null ? "accounts.me.token.since" : "accounts.me.token.until",
                Texts.get(token.isReadOnly() ? "accounts.me.token.reads" : "accounts.me.token.writes"),
                DAY.format(token.createdAt()),
                expires == null ? "" : DAY.format(expires));
    }

    /** The CPF with most of it hidden, as everywhere but to oneself who typed it. */
    public String getCpf() {
        var cpf = user.get().cpf();
        return cpf == null ? Texts.get("accounts.me.cpf.none") : cpf.masked();
    }

    private Naming naming() {
        var known = naming;
        if (known == null) {
            known = people.naming(user.get());
            naming = known;
        }
        return known;
    }

    public String getName() {
        return name == null ? naming().name() : name;
    }

    public String getSocialName() {
        return Objects.requireNonNullElseGet(socialName, () -> Objects.requireNonNullElse(naming().socialName(), ""));
    }

    public void setSocialName(@Nullable String socialName) {
        this.socialName = Objects.requireNonNullElse(socialName, "");
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public String getPhone() {
        var known = user.get().phone();
        return phone != null ? phone : known == null ? "" : known.formatted();
    }

    public void setPhone(@Nullable String phone) {
        this.phone = phone == null ? "" : phone;
    }

    public String getPresent() {
        return present;
    }

    public void setPresent(String present) {
        this.present = present;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
