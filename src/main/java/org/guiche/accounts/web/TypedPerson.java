package org.guiche.accounts.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.guiche.accounts.Invitation;
import org.guiche.accounts.PersonChange;
import org.guiche.accounts.PersonEntry;
import org.guiche.accounts.Role;
import org.guiche.shared.Phone;
import org.jspecify.annotations.Nullable;

/** What a form says of a person: what is there already until something else is typed. */
public class TypedPerson {

    private final @Nullable PersonEntry known;
    private @Nullable String name;
    private @Nullable String socialName;
    private @Nullable String email;
    private @Nullable String cpf;
    private @Nullable String phone;
    private @Nullable List<String> roles;

    /** Nobody yet, or somebody that there is. */
    TypedPerson(@Nullable PersonEntry known) {
        this.known = known;
    }

    PersonChange change() {
        return new PersonChange(
                getName(), getSocialName(), email, getPhone(), getCpf().isBlank() ? null : getCpf(), held(), null);
    }

    /** What a manager may change. */
    PersonChange contact() {
        return new PersonChange(getName(), null, email, getPhone(), null, null, null);
    }

    Invitation invitation(@Nullable Long group) {
        return new Invitation(getName(), getEmail(), getCpf(), getPhone(), held(), group);
    }

    private Set<Role> held() {
        var held = EnumSet.noneOf(Role.class);
        getRoles().forEach(role -> held.add(Role.valueOf(role.toUpperCase(Locale.ROOT))));
        return held;
    }

    public String getName() {
        return name != null ? name : known == null ? "" : known.naming().name();
    }

    public void setName(@Nullable String name) {
        this.name = Objects.requireNonNullElse(name, "");
    }

    public String getSocialName() {
        return socialName != null
                ? socialName
                : known == null ? "" : Objects.requireNonNullElse(known.naming().socialName(), "");
    }

    public void setSocialName(@Nullable String socialName) {
        this.socialName = Objects.requireNonNullElse(socialName, "");
    }

    public String getEmail() {
        return email != null ? email : known == null ? "" : known.email();
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    /** Another CPF than the known one, which is shown masked beside the field. */
    public String getCpf() {
        return Objects.requireNonNullElse(cpf, "");
    }

    public void setCpf(@Nullable String cpf) {
        this.cpf = cpf;
    }

    public String getPhone() {
        Phone before = known == null ? null : known.phone();
        return phone != null ? phone : before == null ? "" : before.formatted();
    }

    public void setPhone(@Nullable String phone) {
        this.phone = Objects.requireNonNullElse(phone, "");
    }

    public List<String> getRoles() {
        return roles != null
                ? roles
                : known == null
                        ? List.of()
                        : known.roles().stream().sorted().map(Role::name).toList();
    }

    public void setRoles(@Nullable List<String> roles) {
        this.roles = roles == null ? List.of() : List.copyOf(roles);
    }
}
