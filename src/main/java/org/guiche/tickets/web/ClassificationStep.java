package org.guiche.tickets.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.guiche.accounts.Person;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.tickets.DraftChecks;
import org.guiche.tickets.DraftContent;
import org.guiche.tickets.DraftContent.Choice;
import org.guiche.tickets.Drafts;
import org.guiche.tickets.Preview;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Priority;
import org.guiche.units.PrioritySource;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code tickets/classification.xhtml}, the last step of the wizard: what each choice would promise, and sending. Sending
 * the same page again leads to the same ticket.
 */
@Named
@RequestScoped
public class ClassificationStep {

    @Inject
    CurrentUser user;

    @Inject
    WizardDraft draft;

    @Inject
    Drafts drafts;

    @Inject
    DraftChecks checks;

    private @Nullable Preview preview;
    private @Nullable String choice;

    /** A draft that was sent meanwhile has nothing to choose from; sending it again is still answered. */
    @PostConstruct
    void begin() {
        if (checks.isRequestComplete(draft.view(), me())) {
            preview = drafts.preview(draft.view(), me());
            choice = chosen(preview);
        }
    }

    private @Nullable String chosen(Preview offered) {
        var written = draft.content().choice();
        var priority = written.priority();
        var before = priority == null ? written.classification() : priority.name();
        return offered.choice(before)
                .or(() -> isPriority() ? offered.recommended() : Optional.empty())
                .map(Preview.Choice::key)
                .orElse(null);
    }

    private Person me() {
        return user.get();
    }

    /** Goes back where the request is not complete. */
    public @Nullable String enter() {
        return preview == null ? "/tickets/open?faces-redirect=true" : null;
    }

    /** Keeps the choice, so that the page can show what it promises. */
    public void keep() {
        draft.keep(classified());
    }

    private DraftContent classified() {
        var content = draft.content();
        if (preview == null || choice == null || preview.choice(choice).isEmpty()) {
            return content;
        }
        return isPriority()
                ? content.with(new Choice(null, Priority.valueOf(choice)))
                : content.with(new Choice(choice, null));
    }

    /** Whether the requester chooses the priority itself. */
    public boolean isPriority() {
        return getUnit() != null && getUnit().prioritySource() == PrioritySource.REQUESTER;
    }

    /** Sends the ticket, and shows the one that it became however often that happens. */
    public @Nullable String send() {
        return draft.send(classified())
                .map(ticket -> "/tickets/opened?faces-redirect=true&code="
                        + ticket.code().number())
                .orElse(null);
    }

    /** Goes back to the contact, with everything kept. */
    public @Nullable String back() {
        keep();
        return draft.isBehind() ? null : "/tickets/contact?faces-redirect=true";
    }

    /** Keeps what stands in this window, whatever another one has written. */
    public @Nullable String keepHere() {
        draft.insist();
        keep();
        return draft.isBehind() ? null : draft.again();
    }

    public @Nullable Preview getPreview() {
        return preview;
    }

    /** What the present choice promises, or what is promised where there is nothing to choose. */
    public Preview.@Nullable Choice getPromise() {
        return preview == null ? null : preview.choice(choice).orElse(preview.given());
    }

    public @Nullable BusinessUnit getUnit() {
        return draft.view().unit();
    }

    public @Nullable String getChoice() {
        return choice;
    }

    public void setChoice(@Nullable String choice) {
        this.choice = choice;
    }
}
