package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.tickets.MyTickets;
import org.guiche.tickets.MyTickets.Standing;
import org.jspecify.annotations.Nullable;

/** How the person's tickets stand, looked up once a request: for the navigation and for whatever else shows it. */
@Named
@RequestScoped
public class PortalBadge {

    @Inject
    CurrentUser user;

    @Inject
    MyTickets tickets;

    private @Nullable Standing standing;

    public Standing getStanding() {
        if (standing == null) {
            standing = tickets.standing(user.get());
        }
        return standing;
    }
}
