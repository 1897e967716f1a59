package org.guiche.accounts.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.guiche.accounts.Accounts;
import org.guiche.accounts.GroupKind;
import org.guiche.accounts.GroupName;
import org.guiche.accounts.Groups;
import org.guiche.accounts.Membership;
import org.guiche.shared.web.FormText;
import org.jspecify.annotations.Nullable;

/** The companies of the person of {@code accounts/people.xhtml}, and those that one could be added to. */
@Named
@RequestScoped
public class PersonTies {

    private static final int SOME = 8;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    PersonPage page;

    @EJB
    Accounts accounts;

    @EJB
    Groups groups;

    private @Nullable String company;
    private @Nullable Long group;

    /** The person belongs to that company, as its manager or not. */
    public String join(long groupId, boolean manager) {
        accounts.join(page.id(), groupId, manager, user.administrator());
        return PersonPage.page(page.id(), "saved");
    }

    public String leave(long groupId) {
        accounts.leave(page.id(), groupId, user.administrator());
        return PersonPage.page(page.id(), "saved");
    }

    /** Companies that are called like that are shown by drawing the page again. */
    public void look() {
        if (getFound().isEmpty()) {
            PersonPage.say("accounts.people.company.none");
        }
    }

    public List<Membership> getCompanies() {
        return page.getEntry().memberships().stream()
                .filter(tie -> tie.kind() == GroupKind.COMPANY)
                .toList();
    }

    public List<Membership> getOthers() {
        return page.getEntry().memberships().stream()
                .filter(tie -> tie.kind() != GroupKind.COMPANY)
                .toList();
    }

    /** The companies that are called as typed; read from the request, because a button among them is known before the rest is. */
    public List<GroupName> getFound() {
        var asked =
                Objects.requireNonNullElse(request.getParameter(page.isNew() ? "invite:company" : "ties:company"), "");
        return groups.companies(FormText.clean(asked), SOME);
    }

    public List<SelectItem> getFoundItems() {
        return getFound().stream()
                .map(one -> new SelectItem(one.id(), one.name()))
                .toList();
    }

    public String getCompany() {
        return company == null ? "" : company;
    }

    public void setCompany(@Nullable String company) {
        this.company = company;
    }

    public @Nullable Long getGroup() {
        return group;
    }

    public void setGroup(@Nullable Long group) {
        this.group = group;
    }
}
