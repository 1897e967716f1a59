package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.guiche.shared.RuleViolation;

/**
 * Lets people choose a password with a link that came by mail. No transaction spans it: whoever waits for a password to be reckoned
 * holds no connection meanwhile.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Credentials {

    static final int PER_ADDRESS = 60;

    @Inject
    MailedLinks links;

    @Inject
    Passwords passwords;

    @Inject
    Throttle throttle;

    @Inject
    OwnPassword own;

    @Inject
    CredentialChanges changes;

    /** What the link is good for; nothing where it was used, has expired, or never was one. */
    public Optional<LinkPurpose> look(String secret) {
        return find(secret).map(MailedLinks.MailedLink::purpose);
    }

    /** Whom a link registers; nobody where it does not, or is good for nothing. */
    public Optional<Applicant> applicant(String secret) {
        return find(secret).map(MailedLinks.MailedLink::applicant);
    }

    /** One that is good for that: no other kind of link ever sets a password. */
    private Optional<MailedLinks.MailedLink> find(String secret) {
        return links.find(secret).filter(link -> link.purpose().choosesPassword());
    }

    /**
     * Chooses the password, and registers whoever signed up. The link is good for nothing more then, nor is any other of that person's,
     * and all sessions end.
     *
     * @throws RuleViolation for a link that is good for nothing, a password that is too easy, a CPF or an address taken meanwhile, and
     *     after too many tries from one address
     */
    public void choose(String secret, String password, ClientAddress address) {
        if (!throttle.allows(List.of(new Throttle.Key("link " + address.network(), PER_ADDRESS)))) {
            throw new RuleViolation("accounts.signin.throttled", Throttle.WINDOW.toMinutes());
        }
        var link = find(secret).orElseThrow(() -> new RuleViolation("accounts.link.dead"));
        PasswordRules.require(password, changes.words(link.personId(), link.applicant()));
        changes.choose(secret, passwords.hash(password));
    }

    /**
     * The person chooses another password, knowing the present one. All sessions end, this one included, and all links by mail.
     *
     * @throws RuleViolation for a present password that is not right, another one that is too easy or the same, and after too many tries
     */
    public void change(Person person, String present, String other) {
        var known = own.require(person, present);
        if (present.equals(other)) {
            throw RuleViolation.of("password", "accounts.me.same");
        }
        PasswordRules.require(other, changes.words(person.id(), null));
        changes.change(person.id(), known, passwords.hash(other));
    }
}
