package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.guiche.accounts.Person;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.web.Seen;
import org.guiche.units.Configuration;
import org.guiche.units.UnitAccess;
import org.jspecify.annotations.Nullable;

/**
 * The unit that a page is about, named by {@code ?unit=} and by a hidden field of its form, with the revision that the person saw:
 * what somebody else changed meanwhile is never overwritten. No form may be called like one of these fields: Faces sends a form's own
 * id as a field of that name.
 */
@RequestScoped
public class EditedUnit {

    @Inject
    CurrentUser user;

    @Inject
    HttpServletRequest request;

    @Inject
    Configuration configuration;

    private @Nullable JsonObject document;
    private long revision;

    /** Whoever is signed in, who has to be an administrator. */
    public Person administrator() {
        UnitAccess.requireInstallation(user.get());
        return user.get();
    }

    /** Whoever is signed in, who has to shape some unit. */
    public Person shaper() {
        UnitAccess.requireSome(user.get());
        return user.get();
    }

    /** A parameter of the request, empty where there is none. */
    public String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** Its key. */
    public String key() {
        return parameter("unit");
    }

    /** All of it, as it is now. */
    public JsonObject document() {
        var known = document;
        if (known == null) {
            UnitAccess.require(user.get(), key());
            revision = configuration.revision(key());
            known = configuration.document(key());
            document = known;
        }
        return known;
    }

    /** The revision that the page showed, or the present one where it shows the unit for the first time. */
    public long revision() {
        document();
        return Seen.revision(parameter("revision"), revision);
    }

    /** Changes the unit and leads to its page. */
    public String change(JsonObject changed) {
        configuration.change(user.get(), key(), changed, revision());
        return page(key());
    }

    /** Lets the unit be what the document says, with its form. */
    public String become(JsonObject changed) {
        configuration.become(user.get(), key(), changed, revision());
        return page(key());
    }

    /** The page of a unit, which says that something was saved. */
    static String page(String key) {
        return page("unit", key) + "&saved=1";
    }

    /** One of the pages about a unit. */
    static String page(String name, String key) {
        return "/units/" + name + "?faces-redirect=true&unit=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }
}
