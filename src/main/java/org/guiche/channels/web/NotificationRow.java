package org.guiche.channels.web;

import java.time.Instant;
import java.util.Locale;
import org.guiche.channels.Notification;
import org.guiche.channels.NotificationKind;
import org.guiche.shared.Texts;

/**
 * A notification as the list shows it.
 *
 * @param href where its ticket is
 * @param past how long ago
 * @param moment exactly when
 */
public record NotificationRow(Notification told, String href, String past, String moment) {

    /** The classes of its row: what nobody read yet stands out. */
    public String css() {
        return told.read() ? "tk-row" : "tk-row unread";
    }

    /** The classes of the mark before it. */
    public String icon() {
        return "pi pi-" + name() + " "
                + (told.kind() == NotificationKind.MISSED
                        ? "ink-danger"
                        : told.kind() == NotificationKind.WARNING ? "ink-warn" : "muted");
    }

    private String name() {
        return switch (told.kind()) {
            case WARNING -> "clock";
            case MISSED -> "exclamation-triangle";
            case ASSIGNED -> "user";
            case ANSWERED -> "reply";
            case SOLVED -> "check";
            case REPLIED -> "comment";
            case REMINDED, NOTICED -> "bell";
        };
    }

    /** {@code Prazo perdido: solução}. */
    public String text() {
        var metric = told.metric();
        return Texts.get(
                "channels.told." + told.kind().word(),
                metric == null
                        ? ""
                        : Texts.get("tickets.metric." + metric.name().toLowerCase(Locale.ROOT)));
    }

    public String subject() {
        return told.subject();
    }

    /** The code of its ticket, as people know it. */
    public String code() {
        return told.code().toString();
    }

    public Instant at() {
        return told.at();
    }

    /** Whether it is new to its reader, in a word; empty where it is not. */
    public String fresh() {
        return told.read() ? "" : Texts.get("channels.told.new");
    }
}
