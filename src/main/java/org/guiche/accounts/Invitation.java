package org.guiche.accounts;

import java.util.Set;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.guiche.shared.Phone;
import org.jspecify.annotations.Nullable;

/**
 * Who is invited, as typed.
 *
 * @param cpf blank where it is not known yet, as the phone
 * @param group the company that the person will belong to, if any
 */
public record Invitation(
        String name,
        String email,
        String cpf,
        String phone,
        Set<Role> roles,
        @Nullable Long group) {

    public Invitation {
        roles = Set.copyOf(roles);
    }

    /** The same without roles, for that company: what a manager may ask for. */
    Invitation of(long company) {
        return new Invitation(name, email, cpf, phone, Set.of(), company);
    }

    /** Whom to register. Refuses all that is wrong at once. */
    NewPerson person() {
        var fields = new TypedFields();
        var called = fields.read("name", name, NewPerson::checkedName);
        var address = fields.read("email", email, Email::of);
        var number = cpf.isBlank() ? null : fields.read("cpf", cpf, Cpf::of);
        var reached = phone.isBlank() ? null : fields.read("phone", phone, Phone::of);
        if (called == null || address == null || fields.areWrong()) {
            throw fields.refusal();
        }
        return new NewPerson(called, address, number, reached, null, roles);
    }
}
