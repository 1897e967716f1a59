package org.guiche.channels.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.channels.Notifications;
import org.guiche.shared.Texts;
import org.guiche.tickets.TicketCode;
import org.jspecify.annotations.Nullable;

/** The bell of every page: how much the person was told and has not read, at the price of one look a request. */
@Named
@RequestScoped
public class Bell {

    @Inject
    CurrentUser user;

    @Inject
    Notifications notifications;

    private @Nullable List<TicketCode> unread;

    private List<TicketCode> unread() {
        if (unread == null) {
            unread = notifications.unread(user.get());
        }
        return unread;
    }

    /** The ticket of that code is on the page: what was told of it is read now. */
    public void seen(@Nullable String code) {
        if (code == null || !code.matches("[1-9]\\d{0,11}")) {
            return;
        }
        var seen = TicketCode.of(code);
        if (unread().contains(seen)) {
            notifications.read(seen, user.get());
            unread = unread().stream().filter(one -> !one.equals(seen)).toList();
        }
    }

    public int getCount() {
        return unread().size();
    }

    /** The number as it is shown: {@code 3}, {@code 99+}. */
    public String getText() {
        return getCount() < Notifications.COUNTED ? Integer.toString(getCount()) : Notifications.COUNTED - 1 + "+";
    }

    /** {@code Avisos: 3 novos}. */
    public String getLabel() {
        return getCount() == 0
                ? Texts.get("channels.bell")
                : Texts.get(getCount() == 1 ? "channels.bell.one" : "channels.bell.more", getText());
    }
}
