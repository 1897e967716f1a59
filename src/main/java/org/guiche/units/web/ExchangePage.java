package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.guiche.shared.FieldError;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.guiche.units.Exchange;
import org.guiche.units.ImportItem;
import org.guiche.units.ImportPreview;
import org.guiche.units.web.DifferenceWords.Line;
import org.jspecify.annotations.Nullable;

/** Backs {@code units/exchange.xhtml}: the whole configuration out as one file, and a file in after a look at what it changes. */
@Named
@RequestScoped
public class ExchangePage {

    @Inject
    EditedUnit edited;

    @Inject
    Exchange exchange;

    private String file = "";
    private @Nullable ImportPreview preview;

    /**
     * A unit or sector of the file as it is shown.
     *
     * @param refusal why it cannot be brought in, with the place; empty where it can
     */
    public record Row(String name, String state, String tone, String refusal, List<Line> lines) {}

    /** Opens the page; for administrators. */
    public void enter() {
        edited.administrator();
    }

    /** Shows what the file would change. */
    public void compare() {
        preview = exchange.preview(edited.administrator(), file);
    }

    /** Brings the file in, as the page showed it. */
    public String bring() {
        var revision = edited.parameter("revision");
        exchange.bring(edited.administrator(), file, revision.matches("\\d{1,18}") ? Long.parseLong(revision) : -1);
        return "/units/exchange?faces-redirect=true&saved=1";
    }

    public @Nullable ImportPreview getPreview() {
        return preview;
    }

    public List<Row> getRows() {
        return preview == null
                ? List.of()
                : preview.items().stream().map(ExchangePage::row).toList();
    }

    private static Row row(ImportItem item) {
        var lines = item.refusal() == null
                ? new DifferenceWords(item.before(), item.after()).lines(item.difference())
                : List.<Line>of();
        var state = item.refusal() != null ? "refused" : item.isNew() ? "new" : lines.isEmpty() ? "same" : "changed";
        return new Row(
                item.name(),
                Texts.get("units.exchange.state." + state),
                state,
                item.refusal() == null ? "" : refusal(item.place(), item.refusal()),
                lines);
    }

    private static String refusal(String place, RuleViolation refusal) {
        var within =
                refusal.fields().stream().map(FieldError::field).findFirst().orElse("");
        return (within.isEmpty() ? place : place + "." + within) + ": " + Texts.get(refusal.key(), refusal.args());
    }

    /** Whether there is something to bring in, and all of it can be; what the page showed is heard as it was meant. */
    public boolean isReady() {
        if (preview == null) {
            return FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
        }
        return preview.isPossible()
                && getRows().stream().anyMatch(row -> !row.tone().equals("same"));
    }

    public boolean isSaved() {
        return !edited.parameter("saved").isEmpty();
    }

    public String getFile() {
        return file;
    }

    public void setFile(@Nullable String file) {
        this.file = Objects.requireNonNullElse(file, "");
    }
}
