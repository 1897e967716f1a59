package org.guiche.partners;

import java.util.ArrayList;
import java.util.UUID;
import java.util.regex.Pattern;
import org.guiche.shared.Cnpj;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.guiche.shared.FieldError;
import org.guiche.shared.Phone;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * An agency asks for a general user (S0-25).
 *
 * @param userCpf whose user it shall be
 * @param portfolio its clients, a line each: a CNPJ or a name
 * @param document an upload: the signed contract
 */
public record AccessRequest(
        String agency,
        Cnpj cnpj,
        String contactName,
        Email email,
        Phone phone,
        Cpf userCpf,
        String portfolio,
        UUID document) {

    static final int LONGEST_PORTFOLIO = 10_000;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** As it is typed. */
    public record Typed(
            String agency,
            String cnpj,
            String contactName,
            String email,
            String phone,
            String userCpf,
            String portfolio,
            String document) {}

    /** Reads it; refuses all that is missing or wrong at once, each beside its field. */
    public static AccessRequest of(Typed typed) {
        var errors = new ArrayList<FieldError>();
        var agency = Reading.needed(errors, "agency", typed.agency(), text -> Reading.name("agency", text));
        var cnpj = Reading.needed(errors, "cnpj", typed.cnpj(), Cnpj::of);
        var contact =
                Reading.needed(errors, "contactName", typed.contactName(), text -> Reading.name("contactName", text));
        var email = Reading.needed(errors, "email", typed.email(), Email::of);
        var phone = Reading.needed(errors, "phone", typed.phone(), Phone::of);
        var cpf = Reading.needed(errors, "userCpf", typed.userCpf(), Cpf::of);
        var portfolio = Reading.needed(errors, "portfolio", typed.portfolio(), AccessRequest::portfolio);
        var document = document(errors, typed.document());
        if (agency == null
                || cnpj == null
                || contact == null
                || email == null
                || phone == null
                || cpf == null
                || portfolio == null
                || document == null) {
            throw RuleViolation.of(errors);
        }
        return new AccessRequest(agency, cnpj, contact, email, phone, cpf, portfolio, document);
    }

    private static String portfolio(String typed) {
        if (typed.length() > LONGEST_PORTFOLIO) {
            throw RuleViolation.of("portfolio", "partners.partner.text-long", LONGEST_PORTFOLIO);
        }
        return typed.strip();
    }

    private static @Nullable UUID document(ArrayList<FieldError> errors, String typed) {
        if (ID.matcher(typed).matches()) {
            return UUID.fromString(typed);
        }
        errors.add(new FieldError("document", "partners.access.document.missing"));
        return null;
    }
}
