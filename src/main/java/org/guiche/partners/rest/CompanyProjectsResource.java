package org.guiche.partners.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.partners.CompanyProjects;
import org.guiche.partners.ProjectState;
import org.guiche.partners.ProjectText;
import org.guiche.shared.Page;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.rest.Idempotent;
import org.guiche.shared.rest.ItemsJson;
import org.guiche.shared.rest.Versions;
import org.jspecify.annotations.Nullable;

/** The projects of a company, for administrators. */
@Path("companies/{id}/projects")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CompanyProjectsResource {

    @Inject
    CompanyProjects projects;

    @Inject
    CurrentUser user;

    /** A partner that carries one out. */
    public record PartnerJson(long id, String name) {}

    /**
     * A project.
     *
     * @param concludedOn a day as {@code 2026-11-25}
     */
    public record ProjectJson(
            long id,
            String name,
            @Nullable PartnerJson partner,
            @Nullable String concludedOn,
            int version) {

        static ProjectJson of(ProjectState state) {
            var partner = state.partner();
            return new ProjectJson(
                    state.id(),
                    state.name(),
                    partner == null ? null : new PartnerJson(partner.id(), partner.name()),
                    Objects.toString(state.concludedOn(), null),
                    state.version());
        }
    }

    /** A project to add. */
    public record NewProjectJson(
            String name, @Nullable Long partner, @Nullable String concludedOn) {}

    /** What changes; null takes the partner or the day away. */
    public record ProjectChangeJson(
            @Nullable String name,
            @Nullable JsonValue partner,
            @Nullable JsonValue concludedOn) {}

    @GET
    public ItemsJson<ProjectJson> list(@PathParam("id") String id) {
        return ItemsJson.of(new Page<>(projects.list(Ids.of(id), user.get()), null), ProjectJson::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response add(@PathParam("id") String id, NewProjectJson body) {
        var text = new ProjectText(body.name(), body.partner(), day(body.concludedOn()));
        var added = projects.add(Ids.of(id), text, user.get());
        return Response.created(URI.create("companies/" + id + "/projects/" + added.id()))
                .header(HttpHeaders.ETAG, Versions.tag(added.version()))
                .entity(ProjectJson.of(added))
                .build();
    }

    @PATCH
    @Path("{project}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response change(
            @PathParam("id") String id,
            @PathParam("project") String project,
            ProjectChangeJson body,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        var state = projects.get(Ids.of(id), Ids.of(project), user.get());
        var before = CompanyProjects.text(state);
        var text = new ProjectText(
                body.name() == null ? before.name() : body.name(),
                body.partner() == null ? before.partnerId() : partner(body.partner()),
                body.concludedOn() == null ? before.concludedOn() : day(text(body.concludedOn())));
        var expected = Versions.expected(ifMatch);
        var changed = projects.change(
                Ids.of(id), state.id(), text, expected == null ? state.version() : expected, user.get());
        return Response.ok(ProjectJson.of(changed))
                .header(HttpHeaders.ETAG, Versions.tag(changed.version()))
                .build();
    }

    private static @Nullable Long partner(JsonValue said) {
        if (said == JsonValue.NULL) {
            return null;
        }
        if (said instanceof JsonNumber number && number.toString().matches("\\d{1,15}")) {
            return number.longValue();
        }
        throw RuleViolation.of("partner", "shared.json.whole");
    }

    private static @Nullable String text(JsonValue said) {
        if (said == JsonValue.NULL) {
            return null;
        }
        if (said instanceof JsonString text) {
            return text.getString();
        }
        throw RuleViolation.of("concludedOn", "shared.json.text");
    }

    private static @Nullable LocalDate day(@Nullable String said) {
        if (said == null || said.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(said);
        } catch (DateTimeException e) {
            throw RuleViolation.of("concludedOn", "partners.project.day");
        }
    }
}
