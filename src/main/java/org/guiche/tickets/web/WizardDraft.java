package org.guiche.tickets.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.guiche.accounts.Person;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.Texts;
import org.guiche.tickets.Draft;
import org.guiche.tickets.DraftContent;
import org.guiche.tickets.DraftView;
import org.guiche.tickets.DraftViews;
import org.guiche.tickets.DraftWindow;
import org.guiche.tickets.Drafts;
import org.guiche.tickets.TicketCode;
import org.guiche.tickets.TicketDetails;
import org.jspecify.annotations.Nullable;

/**
 * The draft that the three steps of the wizard write. It keeps nothing between requests: each begins with the draft as it was
 * saved and ends with what was typed saved again, so that neither a session nor a view can lose it.
 */
@Named
@RequestScoped
public class WizardDraft {

    private static final String WINDOW = "window";

    @Inject
    CurrentUser user;

    @Inject
    Drafts drafts;

    @Inject
    DraftViews views;

    @Inject
    Moments moments;

    @Inject
    HttpServletRequest request;

    private Draft kept;
    private DraftWindow window;
    private DraftView view;
    private boolean isBehind;
    private @Nullable TicketCode sent;

    @PostConstruct
    void begin() {
        kept = drafts.current(me());
        window = DraftWindow.parse(String.valueOf(request.getParameter(WINDOW))).orElseGet(() -> DraftWindow.on(kept));
        sent = kept.id().equals(window.draft())
                ? null
                : drafts.sentAs(window.draft(), me()).orElse(null);
        isBehind = sent != null || kept.isAheadOf(window);
        view = views.view(kept.content(), kept.content().request().unit(), me());
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

    /** The page was drawn for that client: what it offered then it may send now. */
    void drawnFor(@Nullable Long client) {
        var written = content().request();
        if (!Objects.equals(client, written.onBehalfOf())) {
            view = views.view(content().with(written.withClient(client, written.project())), written.unit(), me());
        }
    }

    /** Keeps a request that was written for that unit, and shows what follows from it. */
    void keepRequest(DraftContent written, @Nullable String unitBefore) {
        view = views.view(written, unitBefore, view, me());
        keep(view.content());
    }

    /** Keeps what does not change the request. Where another window was faster, the page keeps it and asks which one counts. */
    void keep(DraftContent content) {
        view = view.with(content);
        var saved = drafts.save(window, content, me());
        saved.ifPresent(draft -> kept = draft);
        isBehind = saved.isEmpty();
        sent = isBehind ? drafts.sentAs(window.draft(), me()).orElse(null) : null;
    }

    /** Sends it; nothing where another window was faster. */
    Optional<TicketDetails> send(DraftContent content) {
        var ticket = drafts.submit(window, content, me());
        isBehind = ticket.isEmpty();
        return ticket;
    }

    /** From here on what stands in this window counts, whatever another one has written. */
    void insist() {
        window = window.seeing(kept);
    }

    /** Shows the page as the draft is now: with what the other window wrote, or what was kept of this one. */
    public String again() {
        var page = FacesContext.getCurrentInstance().getViewRoot().getViewId();
        return page.replaceFirst("\\.xhtml$", "") + "?faces-redirect=true";
    }

    /** Whether another window has written the draft since this one was shown it, or sent it. */
    public boolean isBehind() {
        return isBehind;
    }

    /** The ticket that it became meanwhile. */
    public @Nullable TicketCode getSent() {
        return sent;
    }

    /** What happened, in a sentence. */
    public String getNews() {
        var at = kept.savedAt();
        return sent != null
                ? Texts.get("tickets.draft.behind.sent", sent)
                : Texts.get("tickets.draft.behind", at == null ? "" : moments.moment(at));
    }

    /** The draft that the page is about, and what it knows of it: after it was sent, another one is the person's present draft. */
    public String getWindow() {
        return window.toString();
    }

    /** {@code Rascunho salvo às 14h18}. */
    public String getSaved() {
        var at = kept.savedAt();
        return isBehind
                ? Texts.get("tickets.draft.unsaved")
                : at == null ? Texts.get("tickets.draft.empty") : Texts.get("tickets.draft.saved", moments.moment(at));
    }
}
