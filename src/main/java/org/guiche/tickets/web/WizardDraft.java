package org.guiche.tickets.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.Texts;
import org.guiche.tickets.DraftContent;
import org.guiche.tickets.DraftView;
import org.guiche.tickets.DraftViews;
import org.guiche.tickets.Drafts;
import org.jspecify.annotations.Nullable;

/**
 * The draft that the three steps of the wizard write. It keeps nothing between requests: each begins with the draft as it was
 * saved and ends with what was typed saved again, so that neither a session nor a view can lose it.
 */
@Named
@RequestScoped
public class WizardDraft {

    @Inject
    CurrentUser user;

    @Inject
    Drafts drafts;

    @Inject
    DraftViews views;

    @Inject
    Moments moments;

    private String id;
    private @Nullable Instant savedAt;
    private DraftView view;

    @PostConstruct
    void begin() {
        var draft = drafts.current(me());
        id = draft.id().toString();
        savedAt = draft.savedAt();
        view = views.view(draft.content(), draft.content().request().unit(), me());
    }

    private Person me() {
        return user.get();
    }

    DraftView view() {
        return view;
    }

    DraftContent content() {
        return view.content();
    }

    /** Keeps a request that was written for that unit, and shows what follows from it. */
    void keepRequest(DraftContent written, @Nullable String unitBefore) {
        view = views.view(written, unitBefore, view, me());
        keep(view.content());
    }

    /** Keeps what does not change the request. */
    void keep(DraftContent content) {
        savedAt = drafts.save(uuid(), content, me()).savedAt();
        view = view.with(content);
    }

    UUID uuid() {
        return UUID.fromString(id);
    }

    /** The draft that the page is about: after it was sent, another one is the person's present draft. */
    public String getId() {
        return id;
    }

    public void setId(String sent) {
        if (UploadIds.ID.matcher(sent).matches()) {
            id = sent;
        }
    }

    /** {@code Rascunho salvo às 14h18}. */
    public String getSaved() {
        return savedAt == null
                ? Texts.get("tickets.draft.empty")
                : Texts.get("tickets.draft.saved", moments.moment(savedAt));
    }
}
