package org.guiche.channels.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.channels.Notification;
import org.guiche.channels.Notifications;
import org.guiche.shared.Page;
import org.guiche.time.Wording;
import org.jspecify.annotations.Nullable;

/** The list behind the bell, a page of it, looked up once a request. */
@Named
@RequestScoped
public class NotificationsPage {

    private static final int A_LIST = 30;
    private static final Wording WORDING = new Wording(ZoneId.of("America/Sao_Paulo"));

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    Notifications notifications;

    @Inject
    Clock clock;

    private @Nullable Page<Notification> page;

    private Page<Notification> page() {
        if (page == null) {
            page = notifications.list(A_LIST, request.getParameter("after"), user.get());
        }
        return page;
    }

    /** Looks before anything is drawn: an address that makes no sense is refused. */
    public void enter() {
        page();
    }

    public List<NotificationRow> getRows() {
        return page().items().stream().map(this::row).toList();
    }

    private NotificationRow row(Notification told) {
        return new NotificationRow(
                told,
                request.getContextPath() + told.code().path(),
                WORDING.past(told.at(), clock.instant()),
                WORDING.absolute(told.at()));
    }

    /** Where the list goes on; null where this is all of it. */
    public @Nullable String getNext() {
        return page().next() == null ? null : "/channels/notifications?after=" + page().next();
    }

    /** Everything is read, and the list begins anew. */
    public String readAll() {
        notifications.readAll(user.get());
        return "/channels/notifications?faces-redirect=true";
    }
}
