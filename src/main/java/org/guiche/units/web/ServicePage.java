package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.FieldError;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.guiche.shared.web.FormText;
import org.guiche.shared.web.Seen;
import org.guiche.time.ServiceCalendar;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Configuration;
import org.guiche.units.UnitAccess;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code units/service.xhtml}: what a unit promises and when it serves. The page keeps nothing on the server: what stands in
 * its fields is sent along, and written over the unit's document as it is then.
 */
@Named
@RequestScoped
public class ServicePage {

    private static final int MOST_LEVELS = 200;
    private static final int MOST_HOLIDAYS = 1_000;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    Units units;

    @Inject
    Configuration configuration;

    private @Nullable BusinessUnit unit;
    private @Nullable Read read;
    private @Nullable Looked looked;
    private boolean isSaved;

    /** The unit's document, and what stands in the fields. */
    private record Read(long revision, JsonObject document, ServiceSheet sheet) {}

    /** The calendar that the fields make, where they make one. */
    private record Looked(Optional<ServiceCalendar> calendar) {}

    /** For those who shape the unit. */
    public void enter() {
        read();
    }

    private Read read() {
        if (read == null) {
            var revision = configuration.revision(getUnit().key());
            var document = configuration.document(getUnit().key());
            var sheet = ServiceSheet.of(document);
            hold(sheet);
            read = new Read(
                    isSaved ? revision : Seen.revision(Objects.requireNonNullElse(parameter("revision"), ""), revision),
                    document,
                    sheet);
        }
        return read;
    }

    /** A page that was sent has as many rows as it says, which its fields fill. */
    private void hold(ServiceSheet sheet) {
        if (parameter("levels") != null && !isSaved) {
            sheet.hold((int) number("levels", MOST_LEVELS, 0));
            sheet.getCalendar().hold((int) number("holidays", MOST_HOLIDAYS, 0));
        }
    }

    private long number(String name, long most, long otherwise) {
        var text = parameter(name);
        return text != null && text.matches("\\d{1,18}") ? Math.min(most, Long.parseLong(text)) : otherwise;
    }

    private @Nullable String parameter(String name) {
        var value = request.getParameter(name);
        return value == null ? null : FormText.clean(value);
    }

    /** The unit of the address, or the first one. */
    public BusinessUnit getUnit() {
        if (unit == null) {
            var asked = parameter("unit");
            var key = asked != null
                    ? asked
                    : getUnits().isEmpty() ? "" : getUnits().get(0).key();
            UnitAccess.require(user.get(), key);
            unit = units.get(key, user.get());
        }
        return unit;
    }

    /** Those that the person shapes and that take tickets. */
    public List<BusinessUnit> getUnits() {
        var person = user.get();
        return units.openableBy(person).stream()
                .filter(one -> person.administers(one.key()))
                .toList();
    }

    /** What stands in the fields. */
    public ServiceSheet getSheet() {
        return read().sheet();
    }

    /** The calendar that stands in the fields, worked out once they have been read; empty where they make none. */
    Optional<ServiceCalendar> calendar() {
        if (looked == null) {
            looked = new Looked(getSheet().getCalendar().calendar());
        }
        return looked.calendar();
    }

    /** Of the unit, as this page saw it. */
    public long getRevision() {
        return read().revision();
    }

    /** The document that the fields make; refuses, each at its place, all that cannot be read. */
    JsonObject written() {
        return getSheet().write(read().document());
    }

    /** Keeps it all, or, with the sentence at its place, nothing. */
    public void save() {
        try {
            configuration.change(user.get(), getUnit().key(), written(), getRevision());
        } catch (RuleViolation e) {
            throw e.fields().isEmpty()
                    ? e
                    : RuleViolation.of(
                            e.fields().stream().map(ServicePage::placed).toList());
        }
        read = null;
        looked = null;
        unit = null;
        isSaved = true;
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(Texts.get("units.service.saved")));
    }

    /** What the document calls a place, and the page shows by a field inside of it. */
    private static FieldError placed(FieldError error) {
        var place = error.field();
        if (place.endsWith("calendar.bands") || place.equals("calendar")) {
            return new FieldError("calendar.bands.MON", error.key(), error.args());
        }
        return place.matches("serviceLevels\\[\\d+]")
                ? new FieldError(place + ".firstResponse.amount", error.key(), error.args())
                : error;
    }
}
