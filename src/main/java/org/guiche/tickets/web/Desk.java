package org.guiche.tickets.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.web.FormText;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/**
 * The agent's desk: which list is open and which ticket of it. All of that stands in the address, so that links, the back button and
 * another window work.
 */
@Named
@RequestScoped
public class Desk {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    Sectors sectors;

    private View view = View.MINE;
    private @Nullable Sector sector;
    private String query = "";

    /** A list that is no queue. */
    public enum View {
        MINE,
        UNASSIGNED,
        WAITING,
        ALL,
        DONE;

        /** Its word in the address and in the bundle. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Its icon. */
        String icon() {
            return switch (this) {
                case MINE -> "user";
                case UNASSIGNED -> "user-plus";
                case WAITING -> "pause";
                case ALL -> "inbox";
                case DONE -> "check";
            };
        }

        @Nullable
        String assignee() {
            return switch (this) {
                case MINE, WAITING, DONE -> "me";
                case UNASSIGNED -> "none";
                case ALL -> null;
            };
        }

        Set<StatusCategory> categories() {
            return switch (this) {
                case MINE, ALL ->
                    EnumSet.of(StatusCategory.NEW, StatusCategory.OPEN, StatusCategory.PENDING, StatusCategory.ON_HOLD);
                case UNASSIGNED -> EnumSet.of(StatusCategory.NEW, StatusCategory.OPEN);
                case WAITING -> EnumSet.of(StatusCategory.PENDING, StatusCategory.ON_HOLD);
                case DONE -> EnumSet.of(StatusCategory.RESOLVED, StatusCategory.CLOSED);
            };
        }
    }

    @PostConstruct
    void begin() {
        var word = parameter("view");
        view = Arrays.stream(View.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElse(View.MINE);
        var key = parameter("sector");
        sector = sectors.all().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElse(null);
        query = parameter("q").strip();
    }

    String parameter(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : FormText.clean(value);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** For those who work here only. */
    public void enter() {
        if (!user.isStaff()) {
            throw new AccessDenied("tickets.desk.denied");
        }
    }

    /** Whether the person may take the next ticket of the open queue. */
    public boolean isTaking() {
        return sector != null && !user.get().isReadOnly() && sectors.isMember(user.get(), sector.id());
    }

    /** The address of the open list, with that ticket beside it. */
    public String address(@Nullable String code) {
        var list = sector != null ? "sector=" + sector.key() : "view=" + view.word();
        var words = query.isEmpty() ? "" : "&q=" + encoded(query);
        return "/tickets/workspace?" + list + words + (code == null ? "" : "&code=" + code);
    }

    public View getView() {
        return view;
    }

    public @Nullable Sector getSector() {
        return sector;
    }

    public String getQuery() {
        return query;
    }

    /** The code of the open ticket, if one is open. */
    public @Nullable String getCode() {
        return Optional.of(parameter("code"))
                .filter(code -> code.matches("[1-9]\\d{0,17}"))
                .orElse(null);
    }
}
