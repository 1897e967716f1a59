package org.guiche.units.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.guiche.accounts.Person;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** Whom the token stands for, and where that person may open tickets. */
@Path("me")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

    @Inject
    CurrentUser user;

    @Inject
    Units units;

    /** A group of the caller. */
    public record GroupJson(long id, String kind, String name) {}

    /** The caller. The CPF is masked, as everywhere outside of the person's own data. */
    public record MeJson(
            long id,
            String name,
            String email,
            @Nullable String cpf,
            List<String> roles,
            @Nullable GroupJson group,
            List<GroupJson> groups,
            List<UnitNameJson> units) {}

    /** A unit, by its key. */
    public record UnitNameJson(String key, String name) {}

    @GET
    public MeJson get() {
        var me = user.get();
        var cpf = me.cpf();
        var groups = me.memberships().stream()
                .map(m -> new GroupJson(m.groupId(), m.kind().name(), m.groupName()))
                .toList();
        var openable = units.openableBy(me).stream()
                .map(unit -> new UnitNameJson(unit.key(), unit.name()))
                .toList();
        return new MeJson(
                me.id(),
                me.name(),
                me.email(),
                cpf == null ? null : cpf.masked(),
                roles(me),
                groups.isEmpty() ? null : groups.get(0),
                groups,
                openable);
    }

    private static List<String> roles(Person me) {
        var roles = new ArrayList<String>();
        me.roles().forEach(role -> roles.add(role.name()));
        if (me.isPartnerUser()) {
            roles.add("PARTNER_USER");
        }
        if (me.isManager()) {
            roles.add("COMPANY_MANAGER");
        }
        if (!me.isStaff() && !me.isPartnerUser()) {
            roles.add("REQUESTER");
        }
        return roles;
    }
}
