package org.guiche.accounts;

import jakarta.json.JsonObject;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.guiche.shared.JsonText;
import org.guiche.shared.Phone;
import org.jspecify.annotations.Nullable;

/** Somebody who signs up; whose address it is has still to be proved. */
public record Applicant(
        String name, Email email, Cpf cpf, @Nullable Phone phone) {

    /** What was typed; refuses all that is wrong with it at once, each beside its field. A phone may be left out. */
    public static Applicant of(String name, String email, String cpf, String phone) {
        var fields = new TypedFields();
        var read = fields.read("name", name, NewPerson::checkedName);
        var address = fields.read("email", email, Email::of);
        var number = fields.read("cpf", cpf, Cpf::of);
        var called = phone.isBlank() ? null : fields.read("phone", phone, Phone::of);
        if (read == null || address == null || number == null || fields.areWrong()) {
            throw fields.refusal();
        }
        return new Applicant(read, address, number, called);
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
