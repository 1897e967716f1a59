package org.guiche.tickets.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiche.accounts.Membership;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.partners.Company;
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

    private static final String NO_BREAK_SPACE = "\u00a0";
    private static final String WORD_JOINER = "\u2060";

    @Inject
    CurrentUser user;

    @Inject
    WizardDraft draft;

    @Inject
    People people;

    @Inject
    DraftChecks checks;

    @Inject
    CallerSearch callers;

    private ContactInput input = new ContactInput();

    private Person me() {
        return user.get();
    }

    /** Shows what is known of the contact; goes back where the request itself is not complete. */
    public @Nullable String enter() {
        if (!checks.isRequestComplete(draft.view(), me())) {
            return "/tickets/open?faces-redirect=true";
        }
        var contact = checks.contact(draft.view(), me());
        input = ContactInput.of(contact, draft.content().contacts().cc());
        input.setCaller(isCalled() ? callers.known(contact.email()) : null);
        return null;
    }

    /** Keeps what is typed. */
    public void keep() {
        draft.keep(draft.content().with(new Contacts(input.contact(), input.getCc())));
    }

    /** Takes over what is known of whoever called. */
    public void call() {
        Optional.ofNullable(input.getCaller()).ifPresent(input::know);
        keep();
    }

    /** Whether the ticket is somebody else's, who called. */
    public boolean isCalled() {
        return me().isStaff() && company() != null;
    }

    private @Nullable Company company() {
        var opening = draft.view().opening();
        return opening == null ? null : opening.company();
    }

    /** Goes on to the classification; keeps the data with the person too, where that is wished. */
    public @Nullable String advance() {
        keep();
        if (draft.isBehind()) {
            return null;
        }
        checks.checkContact(draft.content());
        if (input.isForGood() && !isCalled()) {
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
            parts.add(unbroken("CPF " + cpf.masked()));
        }
        return String.join(" · ", parts);
    }

    /** On one line, wherever that is. */
    private static String unbroken(String text) {
        return text.replace(" ", NO_BREAK_SPACE).replace("-", "-" + WORD_JOINER);
    }

    /** Who sees the ticket besides our team. */
    public String getSeen() {
        var company = company();
        if (company != null && me().isStaff()) {
            var caller = callers.known(input.getEmail());
            return caller == null
                    ? Texts.get("tickets.contact.who.nobody", company.name())
                    : Texts.get("tickets.contact.who.caller", caller.name());
        }
        return me().isPartnerUser() && company != null
                ? Texts.get("tickets.contact.who.partner", company.name())
                : Texts.get("tickets.contact.who.company");
    }
}
