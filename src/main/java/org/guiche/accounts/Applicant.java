package org.guiche.accounts;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.guiche.shared.FieldError;
import org.guiche.shared.JsonText;
import org.guiche.shared.Phone;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Somebody who signs up; whose address it is has still to be proved. */
public record Applicant(
        String name, Email email, Cpf cpf, @Nullable Phone phone) {

    /** What was typed; refuses all that is wrong with it at once, each beside its field. A phone may be left out. */
    public static Applicant of(String name, String email, String cpf, String phone) {
        var errors = new ArrayList<FieldError>();
        var read = read("name", name, NewPerson::checkedName, errors);
        var address = read("email", email, Email::of, errors);
        var number = read("cpf", cpf, Cpf::of, errors);
        var called = phone.isBlank() ? null : read("phone", phone, Phone::of, errors);
        if (read == null || address == null || number == null || !errors.isEmpty()) {
            throw RuleViolation.of(errors);
        }
        return new Applicant(read, address, number, called);
    }

    private static <T> @Nullable T read(
            String field, String typed, Function<String, T> reading, List<FieldError> errors) {
        try {
            return reading.apply(typed);
        } catch (RuleViolation e) {
            errors.add(new FieldError(field, e.key(), e.args()));
            return null;
        }
    }

    String json() {
        var json = JsonText.object()
                .add("name", name)
                .add("email", email.address())
                .add("cpf", cpf.digits());
        if (phone != null) {
            json.add("phone", phone.e164());
        }
        return json.build().toString();
    }

    static Applicant of(JsonObject json) {
        return new Applicant(
                json.getString("name"),
                new Email(json.getString("email")),
                new Cpf(json.getString("cpf")),
                json.containsKey("phone") ? new Phone(json.getString("phone")) : null);
    }
}
