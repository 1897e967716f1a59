package org.guiche.partners.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiche.accounts.Accounts;
import org.guiche.accounts.Contacts;
import org.guiche.accounts.Directory;
import org.guiche.accounts.GroupKind;
import org.guiche.accounts.Invitation;
import org.guiche.accounts.Membership;
import org.guiche.accounts.Person;
import org.guiche.accounts.PersonChange;
import org.guiche.accounts.PersonEntry;
import org.guiche.accounts.Role;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.partners.CompanyGroups;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.rest.Idempotent;
import org.guiche.shared.rest.ItemsJson;
import org.guiche.shared.rest.Paging;
import org.guiche.shared.rest.Versions;
import org.jspecify.annotations.Nullable;

/** People: all of them for administrators, the contact users of their own company for managers (S1-18). */
@Path("users")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {

    @Inject
    Directory directory;

    @Inject
    Accounts accounts;

    @Inject
    Contacts contacts;

    @Inject
    CompanyGroups groups;

    @Inject
    CurrentUser user;

    /** Whom to invite, and for which company. */
    public record NewUserJson(
            String name,
            String email,
            @Nullable String cpf,
            @Nullable String phone,
            List<Role> roles,
            @Nullable Long company) {

        private Invitation invitation(@Nullable Long group) {
            return new Invitation(
                    name,
                    email,
                    Objects.requireNonNullElse(cpf, ""),
                    Objects.requireNonNullElse(phone, ""),
                    Set.copyOf(roles),
                    group);
        }
    }

    /** What to change; what is not said stays. An empty social name or phone takes it away. */
    public record ChangedUserJson(
            @Nullable String name,
            @Nullable String socialName,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String cpf,
            @Nullable List<Role> roles,
            @Nullable Boolean active) {

        private PersonChange change() {
            return new PersonChange(
                    name, socialName, email, phone, cpf, roles == null ? null : Set.copyOf(roles), active);
        }
    }

    @GET
    public ItemsJson<UserJson> list(@BeanParam UserFilterParams params, @BeanParam Paging paging) {
        var actor = keeper();
        var company = params.company();
        var search = company == null ? params.search() : params.search().in(Set.of(groups.group(company, actor)));
        var page = directory.find(search, paging.limit(), paging.cursor(), actor);
        var companies = companies(page.items());
        return ItemsJson.of(page, entry -> UserJson.of(entry, companies));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return answer(Response.ok(), number(id));
    }

    /** Registers somebody, who gets an invitation by mail. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response invite(NewUserJson body) {
        var actor = keeper();
        var group = body.company() == null ? null : groups.group(body.company(), actor);
        var id = actor.isAdministrator()
                ? accounts.invite(body.invitation(group), actor)
                : contacts.invite(body.invitation(group), group == null ? own(actor) : group, actor);
        return answer(Response.created(URI.create("users/" + id)), id);
    }

    /** Changes what is said; all of it or nothing. */
    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Response change(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, ChangedUserJson body) {
        var actor = keeper();
        var number = number(id);
        if (actor.isAdministrator()) {
            accounts.change(number, body.change(), Versions.expected(ifMatch), actor);
        } else {
            contacts.change(number, body.change(), Versions.expected(ifMatch), actor);
        }
        return answer(Response.ok(), number);
    }

    private Person keeper() {
        var person = user.get();
        if (!person.isAdministrator() && !person.isManager()) {
            throw new AccessDenied("accounts.people.administrators-only");
        }
        return person;
    }

    /** The one company that a manager manages. */
    private static long own(Person manager) {
        var managed = manager.memberships().stream()
                .filter(tie -> tie.kind() == GroupKind.COMPANY && tie.wholeGroup())
                .toList();
        if (managed.size() > 1) {
            throw RuleViolation.of("company", "accounts.contacts.company");
        }
        return managed.get(0).groupId();
    }

    private static long number(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw new NotFound("accounts.person.not-found");
        }
        return Long.parseLong(id);
    }

    private Response answer(Response.ResponseBuilder response, long id) {
        var json = json(id);
        return response.header(HttpHeaders.ETAG, Versions.tag(json.version()))
                .entity(json)
                .build();
    }

    private UserJson json(long id) {
        var entry = directory.get(id, keeper());
        return UserJson.of(entry, companies(List.of(entry)));
    }

    private Map<Long, Long> companies(Collection<PersonEntry> entries) {
        return groups.companies(entries.stream()
                .flatMap(entry -> entry.memberships().stream())
                .map(Membership::groupId)
                .collect(Collectors.toSet()));
    }
}
