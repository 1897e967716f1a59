package org.guiche.accounts;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** How a person was reached besides what the account says: whoever knows an address or a phone says so while observing. */
public final class KnownContacts {

    private final long personId;
    private final String email;
    private final List<String> names;
    private final Set<String> emails = new LinkedHashSet<>();
    private final Set<String> phones = new LinkedHashSet<>();

    KnownContacts(long personId, String email, Collection<String> names) {
        this.personId = personId;
        this.email = email;
        this.names = List.copyOf(names);
    }

    public long personId() {
        return personId;
    }

    /** Whether somebody of that name at that address is the person. */
    public boolean isOf(String name, String address) {
        return address.equalsIgnoreCase(email) || names.stream().anyMatch(one -> one.equalsIgnoreCase(name.strip()));
    }

    /** An address of the person. */
    public void email(String address) {
        emails.add(address.toLowerCase(Locale.ROOT));
    }

    /** A phone of the person. */
    public void phone(String phone) {
        phones.add(phone);
    }

    List<String> emails() {
        return Stream.concat(Stream.of(email), emails.stream())
                .filter(address -> address.contains("@"))
                .distinct()
                .toList();
    }

    Set<String> phones() {
        return Set.copyOf(phones);
    }
}
