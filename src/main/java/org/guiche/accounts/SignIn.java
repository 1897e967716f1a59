package org.guiche.accounts;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guiche.shared.Cpf;
import org.jspecify.annotations.Nullable;

/**
 * Signs people in by e-mail or CPF and password. Tries are counted per account and address, per address, and per account
 * from devices never seen: guessing is stopped, and others cannot lock a person out of a device that the person used before.
 * No transaction spans it: whoever waits for the throttle or for a password to be reckoned holds no connection meanwhile.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignIn {

    private static final Logger LOG = Logger.getLogger(SignIn.class.getName());
    private static final int HASH_SHOWN = 12;
    static final int PER_ACCOUNT_AND_ADDRESS = 8;
    private static final int PER_ADDRESS = 100;
    static final int PER_ACCOUNT = 40;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Passwords passwords;

    @Inject
    PersonQueries people;

    @Inject
    Throttle throttle;

    @Inject
    Entrances entrances;

    /**
     * Tries to sign somebody in. Takes the same time and gives the same answer for unknown people and wrong passwords.
     *
     * @param login an e-mail address or a CPF, as typed
     * @param deviceToken what an earlier sign-in left on the device, if anything
     */
    public SignInResult authenticate(
            String login, String password, ClientAddress address, @Nullable String deviceToken) {
        var result = attempt(login, password, address, deviceToken);
        log(result, login, address);
        return result;
    }

    /** For whoever looks for attacks (ASVS 16.3.1). Tries for one login are told apart by its hash: no e-mail, no CPF. */
    private static void log(SignInResult result, String login, ClientAddress address) {
        var level = result instanceof SignInResult.Accepted ? Level.INFO : Level.WARNING;
        LOG.log(
                level,
                () -> "sign-in " + result.getClass().getSimpleName() + " for "
                        + hex(normalised(login)).substring(0, HASH_SHOWN) + " from " + address.network());
    }

    private SignInResult attempt(String login, String password, ClientAddress address, @Nullable String deviceToken) {
        var account = find(login);
        var known = deviceToken != null && account.isPresent() && isDeviceOf(deviceToken, account.get());
        var keys = keys(normalised(login), address, known ? deviceToken : null);
        if (!throttle.allows(keys)) {
            return new SignInResult.Throttled(Throttle.WINDOW);
        }
        var right =
                passwords.matches(password, account.map(Account::passwordHash).orElse(null));
        var person = right ? people.byId(account.orElseThrow().id(), clock.instant()) : Optional.<SignedIn>empty();
        if (person.isEmpty()) {
            return new SignInResult.Refused();
        }
        throttle.forgive(keys);
        return accept(account.orElseThrow(), person.get(), password, known ? deviceToken : null);
    }

    private SignInResult accept(Account account, SignedIn person, String password, @Nullable String device) {
        var stored = String.valueOf(account.passwordHash());
        if (passwords.isWeak(stored)) {
            entrances.rehash(account.id(), stored, passwords.hash(password));
        }
        var epoch = account.sessionEpoch(); // of the password that was right, whatever was chosen since
        if (device == null) {
            return new SignInResult.Accepted(person.person(), epoch, entrances.remember(account.id(), epoch));
        }
        entrances.seen(device);
        return new SignInResult.Accepted(person.person(), epoch, device);
    }

    private boolean isDeviceOf(String deviceToken, Account account) {
        return !em.createNativeQuery("select 1 from accounts_device where hash = ?1 and person_id = ?2")
                .setParameter(1, Secrets.hash(deviceToken))
                .setParameter(2, account.id())
                .getResultList()
                .isEmpty();
    }

    private Optional<Account> find(String login) {
        var column = Cpf.looksLike(login) ? "cpf" : "email";
        Object value = Cpf.looksLike(login) ? Cpf.of(login) : normalised(login);
        return em.createQuery("select a from Account a where a." + column + " = :value", Account.class)
                .setParameter("value", value)
                .getResultStream()
                .findFirst();
    }

    private static String normalised(String login) {
        return Cpf.looksLike(login) ? Cpf.of(login).digits() : login.strip().toLowerCase(Locale.ROOT);
    }

    private static List<Throttle.Key> keys(String login, ClientAddress address, @Nullable String knownDevice) {
        if (knownDevice != null) {
            return List.of(new Throttle.Key("device " + hex(knownDevice), PER_ACCOUNT_AND_ADDRESS));
        }
        return List.of(
                new Throttle.Key("pair " + hex(login + " " + address.network()), PER_ACCOUNT_AND_ADDRESS),
                new Throttle.Key("address " + address.network(), PER_ADDRESS),
                new Throttle.Key("account " + hex(login), PER_ACCOUNT));
    }

    private static String hex(String personal) {
        return HexFormat.of().formatHex(Secrets.hash(personal)); // no e-mail or CPF in that table
    }
}
