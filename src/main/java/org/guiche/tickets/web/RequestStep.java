package org.guiche.tickets.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.attachments.Attachments;
import org.guiche.attachments.StoredFile;
import org.guiche.shared.Html;
import org.guiche.shared.Texts;
import org.guiche.tickets.DraftChecks;
import org.guiche.tickets.DraftView;
import org.guiche.tickets.Drafts;
import org.guiche.units.Reference;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code tickets/open.xhtml}, the first step of the wizard. It keeps nothing between requests: each begins with the draft as
 * it was saved and ends with what was typed saved again, so that neither a session nor a view can lose it.
 */
@Named
@RequestScoped
public class RequestStep {

    @Inject
    CurrentUser user;

    @Inject
    Drafts drafts;

    @Inject
    DraftChecks checks;

    @Inject
    Units units;

    @Inject
    Attachments attachments;

    @Inject
    Moments moments;

    private String draftId = "";
    private @Nullable Instant savedAt;
    private DraftView view;
    private RequestInput input;

    @PostConstruct
    void begin() {
        var draft = drafts.current(me());
        draftId = draft.id().toString();
        savedAt = draft.savedAt();
        look(checks.view(draft.content(), draft.content().unit(), me()));
    }

    private void look(DraftView at) {
        view = at;
        input = RequestInput.of(at);
    }

    private Person me() {
        return user.get();
    }

    /** Keeps what is typed, and shows the fields and options that follow from it. */
    public void change() {
        look(checks.view(input.content(view.content()), view.content().unit(), me()));
        save();
    }

    /** Keeps what is typed; what the page shows stays as it is. */
    public void keep() {
        view = checks.view(input.content(view.content()), view.content().unit(), me());
        save();
    }

    private void save() {
        savedAt = drafts.save(UUID.fromString(draftId), view.content(), me()).savedAt();
    }

    /** Goes on to the contact where the request is complete; says what is missing otherwise. */
    public String advance() {
        change();
        checks.checkRequest(view.content(), me());
        return "/tickets/contact?faces-redirect=true";
    }

    /** Throws the draft away. */
    public String discard() {
        drafts.discard(me());
        return "/index?faces-redirect=true";
    }

    public DraftView getView() {
        return view;
    }

    public RequestInput getInput() {
        return input;
    }

    public String getDraftId() {
        return draftId;
    }

    public void setDraftId(String draftId) {
        this.draftId = draftId;
    }

    /** The clients to choose from; empty where there is nothing to choose. */
    public List<SelectItem> getClients() {
        return me().isStaff() || me().isPartnerUser() || view.clients().size() > 1
                ? view.clients().stream()
                        .map(company -> new SelectItem(company.id(), company.name()))
                        .toList()
                : List.of();
    }

    /** The projects of the chosen client; a concluded one says that it is. */
    public List<SelectItem> getProjects() {
        var opening = view.opening();
        return opening == null
                ? List.of()
                : opening.projects().stream()
                        .map(project -> new SelectItem(
                                project.id(),
                                project.concluded()
                                        ? Texts.get("tickets.open.project.concluded", project.name())
                                        : project.name()))
                        .toList();
    }

    /** The units, by their places in the tree: Matriz · E-commerce · Parceiros. */
    public List<SelectItem> getUnits() {
        return units.openableBy(me()).stream()
                .map(unit -> new SelectItem(unit.key(), unit.pathLabel()))
                .toList();
    }

    /** The files sent so far. */
    public List<StoredFile> getFiles() {
        return attachments.unused(view.content().attachments(), me());
    }

    /** What speeds the analysis up, and what of it is there. */
    public List<Reference.Checked> getChecklist() {
        return view.checklist(Html.plain(view.content().description()));
    }

    /** {@code 4 de 5}. */
    public String getChecked() {
        var checklist = getChecklist();
        var there = checklist.stream().filter(Reference.Checked::isThere).count();
        return Texts.get("tickets.open.checklist.count", there, checklist.size());
    }

    /** {@code Rascunho salvo às 14h18}. */
    public String getSaved() {
        return savedAt == null
                ? Texts.get("tickets.draft.empty")
                : Texts.get("tickets.draft.saved", moments.moment(savedAt));
    }
}
