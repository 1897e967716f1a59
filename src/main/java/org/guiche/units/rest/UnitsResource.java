package org.guiche.units.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.rest.Idempotent;
import org.guiche.shared.rest.ItemsJson;
import org.guiche.shared.rest.Paging;
import org.guiche.units.BusinessUnit;
import org.guiche.units.FormRules;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** The business units that the caller may open tickets in, and their forms. */
@Path("units")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UnitsResource {

    @Inject
    Units units;

    @Inject
    CurrentUser user;

    /**
     * The answers so far.
     *
     * @param onBehalfOf the client, as far as it is chosen: its services, projects and name are part of some forms
     */
    public record AnswersJson(
            Map<String, Object> answers,
            @Nullable Long onBehalfOf,
            @Nullable Long project) {}

    @GET
    public ItemsJson<UnitJson> list(@BeanParam Paging paging) {
        var person = user.get();
        return ItemsJson.of(
                paging.page(units.openableBy(person), BusinessUnit::key), unit -> UnitJson.of(unit, person));
    }

    @GET
    @Path("{key}")
    public UnitJson get(@PathParam("key") String key) {
        return UnitJson.of(units.get(key, user.get()), user.get());
    }

    /** The form as it stands for these answers: the wizard asks the same function. */
    @POST
    @Path("{key}/form")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response form(@PathParam("key") String key, AnswersJson body) {
        var person = user.get();
        var unit = units.get(key, person);
        var context = units.context(unit, body.onBehalfOf(), body.project(), person);
        return Response.ok(FormJson.of(FormRules.evaluate(unit.form(), body.answers(), context)))
                .build();
    }
}
