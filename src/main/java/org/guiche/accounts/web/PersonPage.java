package org.guiche.accounts.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.guiche.accounts.Accounts;
import org.guiche.accounts.AuditRecord;
import org.guiche.accounts.Directory;
import org.guiche.accounts.PersonChange;
import org.guiche.accounts.PersonEntry;
import org.guiche.accounts.Role;
import org.guiche.shared.NotFound;
import org.guiche.shared.Texts;
import org.guiche.shared.web.FormText;
import org.guiche.shared.web.Seen;
import org.jspecify.annotations.Nullable;

/** Backs the person of {@code accounts/people.xhtml}: somebody that there is, named by {@code ?person=}, or {@code +} for a new one. */
@Named
@RequestScoped
public class PersonPage {

    private static final String NEW = "+";
    private static final int LINES = 8;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @EJB
    Directory directory;

    @EJB
    Accounts accounts;

    @Inject
    PersonTies ties;

    private @Nullable PersonEntry entry;
    private @Nullable TypedPerson typed;

    /** Opens the page for a person that there is. */
    public void enter() {
        if (isChosen() && !isNew()) {
            getEntry();
        }
    }

    public PersonEntry getEntry() {
        var known = entry;
        if (known == null) {
            known = directory.get(id(), user.administrator());
            entry = known;
        }
        return known;
    }

    long id() {
        if (!getKey().matches("\\d{1,18}")) {
            throw new NotFound("accounts.person.not-found");
        }
        return Long.parseLong(getKey());
    }

    public TypedPerson getTyped() {
        var known = typed;
        if (known == null) {
            known = new TypedPerson(isNew() ? null : getEntry());
            typed = known;
        }
        return known;
    }

    /** Saves what was typed, over the version that the page showed. */
    public String save() {
        accounts.change(id(), getTyped().change(), getVersion(), user.administrator());
        return page(id(), "saved");
    }

    /** Registers somebody and sends the invitation. */
    public String invite() {
        return page(accounts.invite(getTyped().invitation(ties.getGroup()), user.administrator()), "invited");
    }

    /** Sends the invitation again. */
    public String again() {
        accounts.inviteAgain(id(), user.administrator());
        return page(id(), "again");
    }

    /** The person may act no more, or again. */
    public String activate(boolean active) {
        accounts.change(id(), PersonChange.toActive(active), getVersion(), user.administrator());
        return page(id(), "saved");
    }

    static void say(String key) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(Texts.get(key)));
    }

    static String page(long id, String done) {
        return "/accounts/people?faces-redirect=true&person=" + id + "&done=" + done;
    }

    private String parameter(String name) {
        return FormText.clean(Objects.requireNonNullElse(request.getParameter(name), ""));
    }

    public String getKey() {
        return parameter("person");
    }

    public boolean isChosen() {
        return !getKey().isEmpty();
    }

    public boolean isNew() {
        return getKey().equals(NEW);
    }

    public int getVersion() {
        return Seen.version(parameter("version"), getEntry().version());
    }

    /** What was done just now, in words; empty where nothing was. */
    public String getDone() {
        var key = "accounts.people.done." + parameter("done");
        return Texts.has(key) ? Texts.get(key) : "";
    }

    public List<SelectItem> getRoles() {
        return Arrays.stream(Role.values())
                .map(role -> new SelectItem(
                        role.name(),
                        Texts.get("accounts.people.who." + role.name().toLowerCase(Locale.ROOT))))
                .toList();
    }

    public List<AuditRecord> getHistory() {
        return accounts.history(id(), user.administrator()).stream()
                .limit(LINES)
                .toList();
    }
}
