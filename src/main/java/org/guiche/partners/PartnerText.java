package org.guiche.partners;

import java.util.ArrayList;
import java.util.List;
import org.guiche.shared.Cnpj;
import org.guiche.shared.Email;
import org.guiche.shared.FieldError;
import org.guiche.shared.Phone;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** What an administrator writes down of a partner; all but the name may be left out. */
public record PartnerText(
        String name,
        @Nullable Cnpj cnpj,
        @Nullable String legalName,
        @Nullable String city,
        @Nullable String contactName,
        @Nullable Email contactEmail,
        @Nullable Phone contactPhone) {

    static final int LONGEST = 200;

    /** As it is typed. */
    public record Typed(
            @Nullable String name,
            @Nullable String cnpj,
            @Nullable String legalName,
            @Nullable String city,
            @Nullable String contactName,
            @Nullable String contactEmail,
            @Nullable String contactPhone) {}

    /** Reads it; refuses all that is wrong with it at once, each beside its field. */
    public static PartnerText of(Typed typed) {
        var errors = new ArrayList<FieldError>();
        var name = Reading.read(errors, "name", typed.name(), text -> Reading.name("name", text));
        if (name == null && errors.isEmpty()) {
            errors.add(new FieldError("name", "partners.name.missing"));
        }
        var cnpj = Reading.read(errors, "cnpj", typed.cnpj(), Cnpj::of);
        var legal = Reading.read(errors, "legalName", typed.legalName(), text -> Reading.name("legalName", text));
        var city = Reading.read(errors, "city", typed.city(), text -> Reading.name("city", text));
        var contact =
                Reading.read(errors, "contactName", typed.contactName(), text -> Reading.name("contactName", text));
        var email = Reading.read(errors, "contactEmail", typed.contactEmail(), Email::of);
        var phone = Reading.read(errors, "contactPhone", typed.contactPhone(), Phone::of);
        if (name == null || !errors.isEmpty()) {
            throw RuleViolation.of(errors);
        }
        return new PartnerText(name, cnpj, legal, city, contact, email, phone);
    }

    /** Which of these are others than there, by the names of their fields. */
    List<String> differencesFrom(PartnerText before) {
        var changed = new ArrayList<String>();
        note(changed, "name", name.equals(before.name));
        note(changed, "cnpj", String.valueOf(cnpj).equals(String.valueOf(before.cnpj)));
        note(changed, "legalName", String.valueOf(legalName).equals(String.valueOf(before.legalName)));
        note(changed, "city", String.valueOf(city).equals(String.valueOf(before.city)));
        note(changed, "contactName", String.valueOf(contactName).equals(String.valueOf(before.contactName)));
        note(changed, "contactEmail", String.valueOf(contactEmail).equals(String.valueOf(before.contactEmail)));
        note(changed, "contactPhone", String.valueOf(contactPhone).equals(String.valueOf(before.contactPhone)));
        return changed;
    }

    private static void note(List<String> changed, String field, boolean same) {
        if (!same) {
            changed.add(field);
        }
    }
}
