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
import org.guiche.shared.Cpf;
import org.guiche.shared.Phone;
import org.jspecify.annotations.Nullable;

/** A person as kept: the identity, and what signs the person in. */
@Entity
@Table(name = "accounts_person")
class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    @Column
    private String name;

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

    /** Who it is, in words that no password must be made of. */
    List<String> words() {
        return List.of(name, email, cpf == null ? "" : cpf.digits());
    }

    /** Refuses a blank or an endless name. */
    void correct(String otherName, @Nullable Phone otherPhone) {
        name = NewPerson.checkedName(otherName);
        phone = otherPhone;
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
}
