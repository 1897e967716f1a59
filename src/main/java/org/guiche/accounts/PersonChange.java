package org.guiche.accounts;

import java.util.Set;
import org.guiche.shared.Cpf;
import org.guiche.shared.Phone;
import org.jspecify.annotations.Nullable;

/**
 * What changes about a person, as typed; what is null stays as it is.
 *
 * @param socialName blank where there is none any more
 * @param email of somebody who has not answered the invitation yet, which goes there instead; everybody else changes the own address
 * @param phone blank where there is none any more
 * @param roles all that the person holds from now on
 */
public record PersonChange(
        @Nullable String name,
        @Nullable String socialName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String cpf,
        @Nullable Set<Role> roles,
        @Nullable Boolean active) {

    public PersonChange {
        roles = roles == null ? null : Set.copyOf(roles);
    }

    /** The same with the address that there is. */
    public PersonChange(
            @Nullable String name,
            @Nullable String socialName,
            @Nullable String phone,
            @Nullable String cpf,
            @Nullable Set<Role> roles,
            @Nullable Boolean active) {
        this(name, socialName, null, phone, cpf, roles, active);
    }

    /** Nothing but that the person may act, or may not. */
    public static PersonChange toActive(boolean active) {
        return new PersonChange(null, null, null, null, null, active);
    }

    /** What a person is told by: names, phone, CPF. */
    record Told(
            Naming naming, @Nullable Phone phone, @Nullable Cpf cpf) {}

    /** Puts what is typed over what is known. Refuses all that is wrong at once. */
    Told over(Told known) {
        var fields = new TypedFields();
        var given = known.naming();
        var naming = name == null && socialName == null
                ? given
                : fields.read(
                        "name",
                        name == null ? given.name() : name,
                        called -> new Naming(called, socialName == null ? given.socialName() : socialName));
        var reached = phone == null ? known.phone() : phone.isBlank() ? null : fields.read("phone", phone, Phone::of);
        var number = cpf == null ? known.cpf() : fields.read("cpf", cpf, Cpf::of);
        if (naming == null || fields.areWrong()) {
            throw fields.refusal();
        }
        return new Told(naming, reached, number);
    }
}
