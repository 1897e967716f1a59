package org.guiche.accounts;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guiche.accounts.PersonChange.Told;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.guiche.shared.Phone;
import org.jspecify.annotations.Nullable;

/** A person as kept: the identity, and what signs the person in. */
@Entity
@Table(name = "accounts_person")
class Account {

    /** No address ends like that (RFC 2606). */
    static final String ERASED = "@removida.invalid";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    @Column
    private String name;

    @Column(name = "social_name")
    private @Nullable String socialName;

    @Column
    private String email;

    @Column
    private @Nullable Cpf cpf;

    @Column
    private @Nullable Phone phone;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    private boolean active;

    @Column(name = "session_epoch")
    private int sessionEpoch;

    @Enumerated(EnumType.STRING)
    private Theme theme = Theme.SYSTEM;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "invited_at")
    private @Nullable Instant invitedAt;

    @Column(name = "disabled_in")
    private @Nullable Long disabledIn;

    @ElementCollection
    @CollectionTable(name = "accounts_role", joinColumns = @JoinColumn(name = "person_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    protected Account() {}

    static Account register(NewPerson person, @Nullable String passwordHash, Instant now) {
        var account = new Account();
        account.name = person.name().strip();
        account.email = person.email().address();
        account.cpf = person.cpf();
        account.phone = person.phone();
        account.passwordHash = passwordHash;
        account.active = true;
        account.createdAt = now;
        account.roles.addAll(person.roles());
        return account;
    }

    long id() {
        return id;
    }

    String email() {
        return email;
    }

    int sessionEpoch() {
        return sessionEpoch;
    }

    boolean isActive() {
        return active;
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }

    /** The hash of another password; every session that began before ends. */
    void choosePassword(String hash) {
        passwordHash = hash;
        endSessions();
    }

    @Nullable
    Phone phone() {
        return phone;
    }

    @Nullable
    Cpf cpf() {
        return cpf;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** What the person is called. */
    List<String> names() {
        return socialName == null || socialName.isBlank() ? List.of(name) : List.of(name, socialName);
    }

    /** Who it is, in words that no password must be made of. */
    List<String> words() {
        return List.of(name, socialName == null ? "" : socialName, email, cpf == null ? "" : cpf.digits());
    }

    Naming naming() {
        return new Naming(name, socialName);
    }

    void correct(Naming naming, @Nullable Phone otherPhone) {
        name = naming.name();
        socialName = naming.socialName();
        phone = otherPhone;
    }

    Told told() {
        return new Told(naming(), phone, cpf);
    }

    void tell(Told told) {
        correct(told.naming(), told.phone());
        cpf = told.cpf();
    }

    void readdress(Email other) {
        email = other.address();
    }

    Set<Role> roles() {
        return Set.copyOf(roles);
    }

    void grant(Set<Role> all) {
        roles.retainAll(all);
        roles.addAll(all);
    }

    /** Somebody invites the person; it is open until there is a password. */
    void invite(Instant now) {
        invitedAt = now;
    }

    boolean isInvited() {
        return invitedAt != null && passwordHash == null;
    }

    /** May act no more; a company's where its manager says so, null where an administrator does. */
    void disable(@Nullable Long company) {
        active = false;
        disabledIn = company;
        endSessions();
    }

    /** Whoever was made nobody stays that. */
    void enable() {
        active = !isErased();
        disabledIn = null;
    }

    /** Whether a manager of that company said that the person may not act. */
    boolean isDisabledIn(long company) {
        return !active && disabledIn != null && disabledIn == company;
    }

    int version() {
        return version;
    }

    /** Has another address from now on, and signs in with it. */
    void moveTo(Email other) {
        email = other.address();
    }

    Theme theme() {
        return theme;
    }

    void show(Theme wanted) {
        theme = wanted;
    }

    /** Ends every session that began before. */
    void endSessions() {
        sessionEpoch++;
    }

    /** Whether this is nobody any more. */
    boolean isErased() {
        return email.endsWith(ERASED);
    }

    /** Keeps nothing of who it was but a number, and nobody gets in by it again (SECURITY Z16). */
    void becomeNobody(String alias) {
        name = alias;
        socialName = null;
        email = "pessoa-" + id + ERASED;
        cpf = null;
        phone = null;
        passwordHash = null;
        active = false;
        theme = Theme.SYSTEM;
        endSessions();
    }
}
