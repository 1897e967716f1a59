package org.guiche.tickets.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.guiche.accounts.Membership;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.Phone;
import org.guiche.shared.Texts;
import org.guiche.tickets.DraftChecks;
import org.guiche.tickets.DraftContent;
import org.guiche.tickets.Drafts;
import org.jspecify.annotations.Nullable;

/** Backs {@code tickets/contact.xhtml}, the second step of the wizard: whom to talk to. Keeps nothing between requests. */
@Named
@RequestScoped
public class ContactStep {

    @Inject
    CurrentUser user;

    @Inject
    People people;

    @Inject
    Drafts drafts;

    @Inject
    DraftChecks checks;

    @Inject
    Moments moments;

    private String draftId = "";
    private @Nullable Instant savedAt;
    private DraftContent content = DraftContent.empty();
    private ContactInput input = new ContactInput();

    @PostConstruct
    void begin() {
        var draft = drafts.current(me());
        draftId = draft.id().toString();
        savedAt = draft.savedAt();
        content = draft.content();
    }

    private Person me() {
        return user.get();
    }

    /** Shows what is known of the contact; goes back where the request itself is not complete. */
    public @Nullable String enter() {
        if (!checks.isRequestComplete(content, me())) {
            return "/tickets/open?faces-redirect=true";
        }
        input = ContactInput.of(checks.contact(content, me()), content.cc());
        return null;
    }

    /** Keeps what is typed. */
    public void keep() {
        content = content.withContact(input.contact(), input.getCc());
        savedAt = drafts.save(UUID.fromString(draftId), content, me()).savedAt();
    }

    /** Goes on to the classification; keeps the data with the person too, where that is wished. */
    public String advance() {
        keep();
        checks.checkContact(content);
        if (input.isForGood()) {
            var phone = input.getPhone();
            people.correct(me(), input.getName(), phone == null || phone.isBlank() ? null : Phone.of(phone));
        }
        return "/tickets/classification?faces-redirect=true";
    }

    /** Goes back to the request, with everything kept. */
    public String back() {
        keep();
        return "/tickets/open?faces-redirect=true";
    }

    public ContactInput getInput() {
        return input;
    }

    public String getDraftId() {
        return draftId;
    }

    public void setDraftId(String draftId) {
        this.draftId = draftId;
    }

    /** Who the person is to us: {@code Agência Mirante · usuária geral de parceiro · CPF ***.982.247-**}. */
    public String getWho() {
        var cpf = me().cpf();
        var role = me().isPartnerUser() ? Texts.get("tickets.contact.partner") : Texts.get("tickets.contact.requester");
        var parts = new ArrayList<>(
                me().memberships().stream().map(Membership::groupName).limit(1).toList());
        parts.add(role);
        if (cpf != null) {
            parts.add("CPF " + cpf.masked());
        }
        return String.join(" · ", parts);
    }

    /** {@code Rascunho salvo às 14h18}. */
    public String getSaved() {
        return savedAt == null ? "" : Texts.get("tickets.draft.saved", moments.moment(savedAt));
    }
}
