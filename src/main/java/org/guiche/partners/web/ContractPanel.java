package org.guiche.partners.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.guiche.attachments.Attachments;
import org.guiche.attachments.StoredFile;
import org.guiche.partners.ContractLife;
import org.guiche.partners.Renewal;
import org.guiche.partners.Span;
import org.guiche.partners.Step;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Decides about the contract that the page asks about. */
@Named
@RequestScoped
public class ContractPanel {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Inject
    PartnerPlace place;

    @Inject
    ContractLife life;

    @Inject
    Attachments attachments;

    private String startsOn = "";
    private String endsOn = "";
    private String reason = "";
    private String files = "";

    /** Does what is asked of the contract. */
    public String act() {
        var step = new Step(place.getContract(), place.seen(), place.me());
        switch (place.getAsk()) {
            case "approve" -> life.approve(step, new Span(day("startsOn", startsOn), day("endsOn", endsOn)));
            case "refuse" -> life.refuse(step, reason);
            case "suspend" -> life.suspend(step, reason);
            case "resume" -> life.resume(step);
            case "revoke" -> life.revoke(step, reason);
            case "renew" -> life.renew(step, new Renewal(start(), day("endsOn", endsOn), file()));
            case "replace" -> life.replaceDocument(step, needed());
            default -> life.request(place.getId(), needed(), place.me());
        }
        return place.after("contract");
    }

    private @Nullable LocalDate start() {
        return startsOn.isBlank() ? null : day("startsOn", startsOn);
    }

    private static LocalDate day(String field, String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            throw RuleViolation.of(field, typed.isBlank() ? "shared.required" : "partners.day.unknown");
        }
    }

    private @Nullable UUID file() {
        var sent = ids();
        return sent.isEmpty() ? null : sent.get(sent.size() - 1);
    }

    private UUID needed() {
        var file = file();
        if (file == null) {
            throw RuleViolation.of("attachments", "partners.access.document.missing");
        }
        return file;
    }

    private List<UUID> ids() {
        return Arrays.stream(files.split(",", -1))
                .filter(id -> ID.matcher(id).matches())
                .map(UUID::fromString)
                .toList();
    }

    /** What was sent and is not used yet. */
    public List<StoredFile> getSent() {
        return attachments.unused(ids(), place.me());
    }

    /** The endings that the form takes. */
    public Set<String> getEndings() {
        return Set.of("pdf");
    }

    public String getStartsOn() {
        return startsOn;
    }

    public void setStartsOn(@Nullable String startsOn) {
        this.startsOn = startsOn == null ? "" : startsOn;
    }

    public String getEndsOn() {
        return endsOn;
    }

    public void setEndsOn(@Nullable String endsOn) {
        this.endsOn = endsOn == null ? "" : endsOn;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason == null ? "" : reason;
    }

    public String getFiles() {
        return files;
    }

    public void setFiles(@Nullable String files) {
        this.files = files == null ? "" : files;
    }
}
