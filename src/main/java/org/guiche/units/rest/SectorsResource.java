package org.guiche.units.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.guiche.accounts.Role;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.rest.ItemsJson;
import org.guiche.shared.rest.Paging;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.jspecify.annotations.Nullable;

/** The teams and their queues, for the staff; customers see none. */
@Path("sectors")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SectorsResource {

    @Inject
    Sectors sectors;

    @Inject
    CurrentUser user;

    /**
     * A team.
     *
     * @param queueOrder FIFO, PRIORITY_FIFO or DUE_FIRST
     * @param member whether the caller works in it
     * @param role what the caller is there: AGENT_N1, AGENT_N2 or SUPERVISOR
     */
    public record SectorJson(
            String key,
            String name,
            String queueOrder,
            boolean member,
            @Nullable String role) {}

    @GET
    public ItemsJson<SectorJson> list(@BeanParam Paging paging) {
        var visible = user.get().isStaff() ? sectors.all() : List.<Sector>of();
        return ItemsJson.of(paging.page(visible, Sector::key), this::json);
    }

    private SectorJson json(Sector sector) {
        var member = sectors.isMember(user.get(), sector.id());
        var role = sectors.role(user.get(), sector.id()).map(Role::name).orElse(null);
        return new SectorJson(sector.key(), sector.name(), sector.queueOrder().name(), member, role);
    }
}
