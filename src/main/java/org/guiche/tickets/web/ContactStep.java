package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.guiche.accounts.Membership;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.shared.Phone;
import org.guiche.shared.Texts;
import org.guiche.tickets.DraftChecks;
import org.guiche.tickets.DraftContent.Contacts;
import org.guiche.tickets.DraftView;
import org.guiche.units.Answered;
import org.jspecify.annotations.Nullable;

/** Backs {@code tickets/contact.xhtml}, the second step of the wizard: whom to talk to. */
@Named
@RequestScoped
public class ContactStep {

    @Inject
    CurrentUser user;

    @Inject
    WizardDraft draft;

    @Inject
    People people;

    @Inject
    DraftChecks checks;

    private ContactInput input = new ContactInput();

    private Person me() {
        return user.get();
    }

    /** Shows what is known of the contact; goes back where the request itself is not complete. */
    public @Nullable String enter() {
        if (!checks.isRequestComplete(draft.view(), me())) {
            return "/tickets/open?faces-redirect=true";
        }
        input = ContactInput.of(
                checks.contact(draft.view(), me()), draft.content().contacts().cc());
        return null;
    }

    /** Keeps what is typed. */
    public void keep() {
        draft.keep(draft.content().with(new Contacts(input.contact(), input.getCc())));
    }

    /** Goes on to the classification; keeps the data with the person too, where that is wished. */
    public @Nullable String advance() {
        keep();
        if (draft.isBehind()) {
            return null;
        }
        checks.checkContact(draft.content());
        if (input.isForGood()) {
            var phone = input.getPhone();
            people.correct(me(), input.getName(), phone == null || phone.isBlank() ? null : Phone.of(phone));
        }
        return "/tickets/classification?faces-redirect=true";
    }

    /** Goes back to the request, with everything kept. */
    public @Nullable String back() {
        keep();
        return draft.isBehind() ? null : "/tickets/open?faces-redirect=true";
    }

    /** Keeps what stands in this window, whatever another one has written. */
    public @Nullable String keepHere() {
        draft.insist();
        keep();
        return draft.isBehind() ? null : draft.again();
    }

    public ContactInput getInput() {
        return input;
    }

    public DraftView getView() {
        return draft.view();
    }

    /** The subject as it will be. */
    public String getSubject() {
        return checks.subject(draft.view());
    }

    /** What was answered in the first step. */
    public List<Answered> getAnswered() {
        var form = draft.view().form();
        return form == null ? List.of() : Answered.of(form);
    }

    /** Who the person is to us: {@code Agência Mirante · usuária geral de parceiro · CPF ***.982.247-**}. */
    public String getWho() {
        var cpf = me().cpf();
        var parts = new ArrayList<String>();
        me().memberships().stream().map(Membership::groupName).findFirst().ifPresent(parts::add);
        parts.add(Texts.get(me().isPartnerUser() ? "tickets.contact.partner" : "tickets.contact.requester"));
        if (cpf != null) {
            parts.add("CPF " + cpf.masked());
        }
        return String.join(" · ", parts);
    }

    /** Who sees the ticket besides our team. */
    public String getSeen() {
        var company =
                draft.view().opening() == null ? null : draft.view().opening().company();
        return me().isPartnerUser() && company != null
                ? Texts.get("tickets.contact.who.partner", company.name())
                : Texts.get("tickets.contact.who.company");
    }
}
