package org.guiche.tickets;

import java.util.List;
import org.guiche.partners.OpenableChoice;
import org.guiche.partners.Opening;
import org.guiche.units.BusinessUnit;
import org.guiche.units.FormContext;
import org.guiche.units.FormState;
import org.guiche.units.Reference;
import org.guiche.units.SubjectPattern.SubjectPart;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it stands: what was written, brought into agreement with what the unit, the client and the form offer now.
 *
 * @param content what still counts of what was written
 * @param clients the companies that the person may open for, and the chosen one
 * @param opening for whom it opens, once that is known
 * @param unit the chosen unit; {@code form} is its form for these answers, which are read in {@code context}
 * @param subjectLead how a composed subject begins, where one part is left to write
 */
public record DraftView(
        DraftContent content,
        OpenableChoice clients,
        @Nullable Opening opening,
        @Nullable BusinessUnit unit,
        @Nullable FormContext context,
        @Nullable FormState form,
        String subjectLead) {

    static DraftView withoutUnit(DraftContent content, OpenableChoice clients, @Nullable Opening opening) {
        return new DraftView(content, clients, opening, null, null, null, "");
    }

    /** The same of another content, where nothing that the form asks about has changed. */
    public DraftView with(DraftContent other) {
        return new DraftView(other, clients, opening, unit, context, form, subjectLead);
    }

    /** The parts of the subject that are left to write; none where it is written whole. */
    public List<SubjectPart> subjectParts() {
        return form == null ? List.of() : form.subjectParts();
    }

    /** Whether the unit composes the subject of parts. */
    public boolean composesSubject() {
        return unit != null && unit.form().subject() != null;
    }

    /** Whether it would go the general way, because its project is concluded (S0-08). */
    public boolean isOfConcludedProject() {
        return opening != null && opening.isOfConcludedProject();
    }

    /** What speeds the analysis up, with what the description has of it already (S4-08). */
    public List<Reference.Checked> checklist(String plainText) {
        var hasFiles = !content.request().attachments().isEmpty()
                || content.request().description().contains("<img");
        return unit == null ? List.of() : Reference.check(unit.settings().checklist(), plainText, hasFiles);
    }
}
