package org.guiche.privacy.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.guiche.accounts.People;
import org.guiche.privacy.DataRequest;
import org.guiche.privacy.Days;
import org.guiche.privacy.RequestState;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** The words of the pages about personal data. */
@Named
@RequestScoped
public class PrivacyWords {

    @EJB
    People people;

    private final Map<Long, String> names = new HashMap<>();

    /** {@code 26/11/2026}. */
    public String day(@Nullable LocalDate day) {
        return Days.day(day);
    }

    /** {@code 26/11/2026 14:05}. */
    public String moment(@Nullable Instant at) {
        return Days.moment(at);
    }

    /** What that person is called. */
    public String name(@Nullable Long personId) {
        return personId == null || personId == 0 ? "" : names.computeIfAbsent(personId, people::name);
    }

    /** What it is. */
    public String kind(DataRequest request) {
        return Texts.get("privacy.kind." + request.kind().word());
    }

    /** How far it is: {@code Aguardando até 26/11/2028}. */
    public String state(DataRequest request) {
        if (request.state() == RequestState.WAITING) {
            return request.waitsUntil() == null
                    ? Texts.get("privacy.state.waiting")
                    : Texts.get("privacy.state.until", Days.day(request.waitsUntil()));
        }
        return Texts.get("privacy.state." + request.state().word());
    }

    /** The class of the chip that says so. */
    public String tone(DataRequest request) {
        return switch (request.state()) {
            case OPEN, APPROVED -> "brand";
            case WAITING -> "hold";
            case DONE -> "ok";
            case REFUSED -> "line";
        };
    }

    /** So many of something; of what has no name yet, that there are others. */
    public String line(String key, long count) {
        return Texts.get(Texts.has(key) ? key : "accounts.erasure.other", count);
    }

    /** {@code 2,4 MB}. */
    public String size(long bytes) {
        return bytes < 1_000_000
                ? Math.max(1, bytes / 1000) + " kB"
                : String.format(Locale.forLanguageTag("pt-BR"), "%.1f MB", bytes / 1_000_000.0);
    }

    static void tell(String key) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(Texts.get(key)));
    }
}
