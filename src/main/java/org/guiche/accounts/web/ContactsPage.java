package org.guiche.accounts.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.guiche.accounts.Contacts;
import org.guiche.accounts.Directory;
import org.guiche.accounts.GroupKind;
import org.guiche.accounts.Membership;
import org.guiche.accounts.PersonChange;
import org.guiche.accounts.PersonEntry;
import org.guiche.accounts.PersonSearch;
import org.guiche.shared.NotFound;
import org.guiche.shared.Page;
import org.guiche.shared.Texts;
import org.guiche.shared.web.FormText;
import org.guiche.shared.web.Seen;
import org.jspecify.annotations.Nullable;

/** Backs {@code accounts/contacts.xhtml}: the contact users of a company, for its manager (S1-18). */
@Named
@RequestScoped
public class ContactsPage {

    private static final int AT_ONCE = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @EJB
    Directory directory;

    @EJB
    Contacts contacts;

    private @Nullable Page<PersonEntry> page;
    private @Nullable PersonEntry entry;
    private @Nullable TypedPerson typed;

    /** Opens the page; for managers, of a company of their own. */
    public void enter() {
        page();
        if (isChosen()) {
            getEntry();
        }
    }

    private Page<PersonEntry> page() {
        var known = page;
        if (known == null) {
            var after = parameter("after");
            var search = PersonSearch.of(getQ()).in(Set.of(getCompany().groupId()));
            known = directory.find(search, AT_ONCE, after.isEmpty() ? null : after, user.get());
            page = known;
        }
        return known;
    }

    /** The company that the page is about: the one that was chosen, or the first. */
    public Membership getCompany() {
        var asked = parameter("company");
        return getCompanies().stream()
                .filter(tie -> asked.isEmpty() || Long.toString(tie.groupId()).equals(asked))
                .findFirst()
                .orElseThrow(() -> new NotFound("accounts.group.not-found"));
    }

    public List<Membership> getCompanies() {
        return user.get().memberships().stream()
                .filter(tie -> tie.kind() == GroupKind.COMPANY && tie.wholeGroup())
                .toList();
    }

    public PersonEntry getEntry() {
        var known = entry;
        if (known == null) {
            var key = parameter("person");
            if (!key.matches("\\d{1,18}")) {
                throw new NotFound("accounts.person.not-found");
            }
            known = directory.get(Long.parseLong(key), user.get());
            entry = known;
        }
        return known;
    }

    public TypedPerson getTyped() {
        var known = typed;
        if (known == null) {
            known = new TypedPerson(isChosen() ? getEntry() : null);
            typed = known;
        }
        return known;
    }

    /** Registers somebody of the company and sends the invitation. */
    public String invite() {
        contacts.invite(getTyped().invitation(null), getCompany().groupId(), user.get());
        return done("invited");
    }

    public String save() {
        contacts.change(getEntry().id(), getTyped().contact(), getVersion(), user.get());
        return done("saved");
    }

    /** The person may act no more, or again. */
    public String activate(boolean active) {
        contacts.change(getEntry().id(), PersonChange.toActive(active), getVersion(), user.get());
        return done("saved");
    }

    /** Sends the invitation again. */
    public String again() {
        contacts.inviteAgain(getEntry().id(), user.get());
        return done("again");
    }

    private String done(String what) {
        return "/accounts/contacts?faces-redirect=true&company=" + getCompany().groupId() + "&done=" + what;
    }

    private String parameter(String name) {
        return FormText.clean(Objects.requireNonNullElse(request.getParameter(name), ""));
    }

    public String getQ() {
        return parameter("q").strip();
    }

    public boolean isChosen() {
        return !parameter("person").isEmpty();
    }

    public int getVersion() {
        return Seen.version(parameter("version"), getEntry().version());
    }

    /** What was done just now, in words; empty where nothing was. */
    public String getDone() {
        var key = "accounts.people.done." + parameter("done");
        return Texts.has(key) ? Texts.get(key) : "";
    }

    public List<PersonEntry> getPeople() {
        return page().items();
    }

    /** Whether the manager keeps the chosen person alone. */
    public boolean isKept() {
        return contacts.keeps(getEntry().id(), user.get());
    }

    /** Where those after these are; null at the end. */
    public @Nullable String getMore() {
        return page().next() == null
                ? null
                : "/accounts/contacts?company=" + getCompany().groupId() + "&after=" + page().next();
    }
}
