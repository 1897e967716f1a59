package org.guiche.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.guiche.shared.Phone;

/** Finds by what a person is recognised: what the account says, and the addresses and phones that others know of. */
@Dependent
class TraceFinder {

    @PersistenceContext
    EntityManager em;

    @Inject
    Event<KnownContacts> others;

    /** A name of one word says nothing by itself; nor does one that others have, outside of the person's own tickets. */
    Traces of(Account account) {
        var known = new KnownContacts(account.id(), account.email(), account.names());
        others.fire(known);
        var emails = new LinkedHashSet<>(Set.of(account.email()));
        emails.addAll(known.emails());
        var phones = new LinkedHashSet<>(known.phones());
        var phone = account.phone();
        if (phone != null) {
            phones.add(phone.e164());
        }
        var contacts = new Traces.Contacts(
                List.copyOf(emails), phones.stream().filter(Phone::looksLike).toList(), account.cpf());
        return of(account, contacts);
    }

    private Traces of(Account account, Traces.Contacts contacts) {
        var alone = new ArrayList<String>();
        var shared = new ArrayList<String>();
        for (var name : account.names()) {
            for (var form : forms(name)) {
                (form.contains(" ") && !isOfOthers(form, account.id()) ? alone : shared).add(form);
            }
        }
        return Traces.of(alone, shared, contacts);
    }

    /** The whole name, and the first with the last of its words. */
    private static Set<String> forms(String name) {
        var words = name.strip().split("\\s+", -1);
        var forms = new LinkedHashSet<String>();
        forms.add(String.join(" ", words));
        if (words.length > 2) {
            forms.add(words[0] + " " + words[words.length - 1]);
        }
        return forms;
    }

    private boolean isOfOthers(String form, long personId) {
        return (Boolean) em.createNativeQuery(
                        "select exists (select 1 from accounts_person where id <> ?1 and (name ~* ?2 or social_name ~* ?2))")
                .setParameter(1, personId)
                .setParameter(2, Traces.name(form))
                .getSingleResult();
    }
}
