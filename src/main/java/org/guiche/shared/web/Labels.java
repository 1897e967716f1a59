package org.guiche.shared.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Finds the text of a field or button by where it is and what it is called: {@code send} on {@code /tickets/ticket.xhtml} is
 * {@code tickets.ticket.send}, else {@code tickets.send}.
 */
@Named
@ApplicationScoped
public class Labels {

    private static final String HELP = ".help";

    /** What was written in the page, else the text of the key, else the text of the id. */
    public String text(@Nullable String written, @Nullable String key, @Nullable String id) {
        if (written != null && !written.isEmpty()) {
            return written;
        }
        return Texts.get(key == null || key.isEmpty() ? key(view(), id, "") : key);
    }

    /** The help beside a field, empty where there is none. */
    public String help(@Nullable String written, @Nullable String key, @Nullable String id) {
        if (written != null && !written.isEmpty()) {
            return written;
        }
        var helpKey = key == null || key.isEmpty() ? key(view(), id, HELP) : key + HELP;
        return Texts.has(helpKey) ? Texts.get(helpKey) : "";
    }

    /** {@code module.page.id}, or {@code module.id} where only that is written. */
    static String key(String viewId, @Nullable String id, String suffix) {
        var path = viewId.substring(1).replaceFirst("\\.xhtml$", "").replace('/', '.');
        var module = path.contains(".") ? path.substring(0, path.indexOf('.')) : "shared";
        var ofPage = path + "." + id + suffix;
        return Texts.has(ofPage) ? ofPage : module + "." + id + suffix;
    }

    private static String view() {
        return FacesContext.getCurrentInstance().getViewRoot().getViewId();
    }
}
