package org.guiche.tickets;

import java.util.HashMap;
import java.util.Map;
import org.guiche.accounts.Person;
import org.guiche.partners.Opening;
import org.guiche.shared.Email;
import org.guiche.shared.Phone;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Whom to talk to about a ticket, as confirmed while it was opened (S0-20). */
public record Contact(
        String name,
        String email,
        @Nullable String phone,
        @Nullable String company) {

    private static final int LONGEST = 200;

    /** As far as it is known without asking. */
    static Contact known(@Nullable Opening opening, Person person) {
        var phone = person.phone();
        var partner = opening == null ? null : opening.partner();
        var company = opening == null ? null : opening.company();
        return new Contact(
                person.name(),
                person.email(),
                phone == null ? null : phone.formatted(),
                partner != null ? partner.name() : company == null ? null : company.name());
    }

    /** As a ticket keeps it. */
    static Contact of(Map<String, Object> kept) {
        return new Contact(
                String.valueOf(kept.get("name")),
                String.valueOf(kept.get("email")),
                (String) kept.get("phone"),
                (String) kept.get("company"));
    }

    /** What a ticket keeps of it: all in normal form, nothing blank; refuses what is endless. */
    Map<String, Object> kept() {
        var values = new HashMap<String, Object>();
        put(values, "name", name);
        put(values, "email", Email.of(email).address());
        put(
                values,
                "phone",
                phone == null || phone.isBlank() ? null : Phone.of(phone).e164());
        put(values, "company", company);
        return values;
    }

    /** The phone as people write it: {@code (11) 98765-4321}; empty where there is none. */
    public String phoneWritten() {
        if (phone == null) {
            return "";
        }
        return Phone.looksLike(phone) ? Phone.of(phone).formatted() : phone;
    }

    private static void put(Map<String, Object> values, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            if (value.length() > LONGEST) {
                throw RuleViolation.of("contact." + key, "tickets.contact.long", LONGEST);
            }
            values.put(key, value.strip());
        }
    }
}
