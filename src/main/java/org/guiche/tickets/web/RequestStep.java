package org.guiche.tickets.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.guiche.accounts.Person;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.attachments.Attachments;
import org.guiche.attachments.StoredFile;
import org.guiche.shared.Html;
import org.guiche.shared.Texts;
import org.guiche.tickets.DraftChecks;
import org.guiche.tickets.DraftView;
import org.guiche.tickets.Drafts;
import org.guiche.units.BusinessUnit;
import org.guiche.units.FieldKind;
import org.guiche.units.Reference;
import org.guiche.units.SubjectPattern.SubjectPart;
import org.guiche.units.Units;
import org.guiche.units.VisibleField;
import org.jspecify.annotations.Nullable;

/** Backs {@code tickets/open.xhtml}, the first step of the wizard: what the ticket is about. */
@Named
@RequestScoped
public class RequestStep {

    private static final String DRAWN_FOR = "drawnFor";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    WizardDraft draft;

    @Inject
    Drafts drafts;

    @Inject
    DraftChecks checks;

    @Inject
    Units units;

    @Inject
    Attachments attachments;

    private RequestShape shape;
    private RequestInput input;
    private RequestChoices choices;
    private List<Reference.Checked> checklist = List.of();
    private @Nullable List<StoredFile> files;

    @PostConstruct
    void begin() {
        var client = request.getParameter(DRAWN_FOR);
        if (client != null && client.matches("\\d{0,18}")) {
            draft.drawnFor(client.isEmpty() ? null : Long.valueOf(client));
        }
        look();
        shape = RequestShape.sent(request, draft.view(), units.openableBy(me()));
    }

    private Person me() {
        return user.get();
    }

    private void look() {
        var view = draft.view();
        shape = RequestShape.of(view);
        input = RequestInput.of(view);
        choices = RequestChoices.of(view, units.openableBy(me()), me());
        files = null; // decoding has asked for those of the draft as it was
        check();
    }

    private void check() {
        checklist = draft.view().checklist(Html.plain(draft.content().request().description()));
    }

    /**
     * Keeps what is typed, and shows the fields and options that follow from it. What was refused before is looked at again, so
     * that a sentence stands beside its field for as long as it is true.
     */
    public void change() {
        var before = unitBefore();
        follow();
        var isAgain = Boolean.parseBoolean(request.getParameter("refused"));
        if (isAgain && !draft.isBehind() && Objects.equals(before, unitBefore())) {
            checks.checkRequest(draft.view(), me());
        }
    }

    private void follow() {
        draft.keepRequest(input.content(draft.content()), unitBefore());
        look();
    }

    /** Keeps what is typed; the fields stay as they are. */
    public void keep() {
        draft.keepRequest(input.content(draft.content()), unitBefore());
        check();
    }

    private @Nullable String unitBefore() {
        return shape.unit() == null ? null : shape.unit().key();
    }

    /** Goes on to the contact where the request is complete; says what is missing otherwise. */
    public @Nullable String advance() {
        follow();
        if (draft.isBehind()) {
            return null;
        }
        checks.checkRequest(draft.view(), me());
        return "/tickets/contact?faces-redirect=true";
    }

    /** Keeps what stands in this window, whatever another one has written. */
    public @Nullable String keepHere() {
        draft.insist();
        keep();
        return draft.isBehind() ? null : draft.again();
    }

    /** Throws the draft away. */
    public String discard() {
        drafts.discard(me());
        return "/index?faces-redirect=true";
    }

    public DraftView getView() {
        return draft.view();
    }

    public RequestInput getInput() {
        return input;
    }

    /** Which fields the page shows, for the page to send along. */
    public String getShape() {
        return shape.words();
    }

    public @Nullable BusinessUnit getUnit() {
        return shape.unit();
    }

    public List<VisibleField> getFields() {
        return shape.fields();
    }

    /** The parts of the subject that are left to write; none where it is written whole. */
    public List<SubjectPart> getParts() {
        return shape.parts();
    }

    /** Whether the unit composes the subject of parts. */
    public boolean isComposed() {
        return shape.unit() != null && shape.unit().form().subject() != null;
    }

    /** How wide a field is drawn: long ones take the row, few share it, more stand three in a row. */
    public String span(VisibleField visible) {
        var isLong =
                visible.field().kind() == FieldKind.LONG_TEXT || visible.field().kind() == FieldKind.MULTIPLE_CHOICE;
        return isLong || shape.fields().size() == 1 ? "c6" : shape.fields().size() == 2 ? "c3" : "c2";
    }

    public RequestChoices getChoices() {
        return choices;
    }

    /** The files sent so far. */
    public List<StoredFile> getFiles() {
        if (files == null) {
            files = attachments.unused(draft.content().request().attachments(), me());
        }
        return files;
    }

    /** What speeds the analysis up, and what of it is there. */
    public List<Reference.Checked> getChecklist() {
        return checklist;
    }

    /** {@code 4 de 5}. */
    public String getChecked() {
        var there = checklist.stream().filter(Reference.Checked::isThere).count();
        return Texts.get("tickets.open.checklist.count", there, checklist.size());
    }
}
